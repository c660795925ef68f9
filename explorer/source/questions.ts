// Which questions come with the explorer: one for each file in questions/, in the order of their names.

export interface Question {
  /** What the list of examples calls it, from the name of the file. */
  title: string;
  /** What it answers, in plain words: the comment at its top. */
  answers: string;
  /** The query, with that comment. */
  text: string;
}

const FILES = import.meta.glob<string>('../questions/*.graphql', { query: '?raw', import: 'default', eager: true });

export const QUESTIONS: readonly Question[] = Object.entries(FILES)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, text]) => ({ title: titleOf(path), answers: topComment(text), text: text.trimEnd() }));

function titleOf(path: string): string {
  const words = path.replace(/^.*\/[a-z]-/, '').replace(/\.graphql$/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function topComment(text: string): string {
  const [comment = ''] = text.match(/^(#.*\n)+/) ?? [];
  return comment.replace(/^# ?/gm, '').trim().replaceAll('\n', ' ');
}
