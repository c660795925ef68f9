// The pane that brings a question back: each of them, what it answers, and a click opens it in a new tab.
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';

import { QUESTIONS, type Question } from './questions';

export const EXAMPLES: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Pane };

function Pane() {
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL((state) => state.queryEditor);

  function open(question: Question) {
    addTab();
    editor?.setValue(question.text);
  }

  return (
    <section aria-label="Examples" className="examples">
      <div className="graphiql-doc-explorer-title">Examples</div>
      <p>Questions that the graph answers in one request. Each opens in a tab of its own.</p>
      <ul>
        {QUESTIONS.map((question) => (
          <li key={question.title}>
            <button type="button" onClick={() => open(question)}>
              <strong>{question.title}</strong>
              {question.answers}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5">
      <path strokeLinecap="round" d="M9 6h11M9 12h11M9 18h11" />
      <path strokeLinecap="round" strokeWidth="2.5" d="M4 6h.01M4 12h.01M4 18h.01" />
    </svg>
  );
}
