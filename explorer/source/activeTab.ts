// Keeps the chosen tab in sight: with more tabs than fit, a new one opens outside of what the strip shows.
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

export function ActiveTabInSight() {
  const index = useGraphiQL((state) => state.activeTabIndex);
  const title = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.title);
  useEffect(() => {
    const tab = document.querySelector('[role="tab"][aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [index, title]);
  return null;
}
