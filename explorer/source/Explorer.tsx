// What the explorer is made of: GraphiQL, its panes, and the questions as ready tabs.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';

import { ActiveTabInSight } from './activeTab';
import { EXAMPLES } from './examples';
import { fetcherFor } from './fetcher';
import { FreshAnswer } from './freshAnswer';
import { QUESTIONS } from './questions';
import { OWN_STORAGE } from './storage';
import { WrappedLines } from './wrapping';

const PANES = [explorerPlugin({ showAttribution: false }), EXAMPLES, HISTORY_PLUGIN];
const TABS = QUESTIONS.map((question) => ({ query: question.text }));

interface Props {
  subject: string | undefined;
  onRefused: () => void;
}

export function Explorer({ subject, onRefused }: Props) {
  const fetcher = useMemo(() => fetcherFor(onRefused), [onRefused]);
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PANES}
      defaultTabs={TABS}
      storage={OWN_STORAGE}
      schemaDescription
      inputValueDeprecation
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <WrappedLines />
      <ActiveTabInSight />
      <FreshAnswer subject={subject} />
    </GraphiQL>
  );
}
