// What the explorer is made of: GraphiQL, its panes, and the questions as ready tabs.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';

import { ActiveTabInSight } from './activeTab';
import { EXAMPLES } from './examples';
import { FETCHER } from './fetcher';
import { QUESTIONS } from './questions';
import { OWN_STORAGE } from './storage';
import { WrappedLines } from './wrapping';

const PANES = [explorerPlugin({ showAttribution: false }), EXAMPLES, HISTORY_PLUGIN];
const TABS = QUESTIONS.map((question) => ({ query: question.text }));

export function Explorer() {
  return (
    <GraphiQL
      fetcher={FETCHER}
      plugins={PANES}
      defaultTabs={TABS}
      storage={OWN_STORAGE}
      schemaDescription
      inputValueDeprecation
    >
      <GraphiQL.Logo>
        <span className="wordmark">Goldenthread</span>
      </GraphiQL.Logo>
      <WrappedLines />
      <ActiveTabInSight />
    </GraphiQL>
  );
}
