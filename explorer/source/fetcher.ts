// How a query is sent: to /graphql of the server that the page came from.
import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';

const UNAUTHENTICATED = 401;

/** `onRefused` is told when the server does not know who asks. */
export function fetcherFor(onRefused: () => void): Fetcher {
  const send = createGraphiQLFetcher({
    url: '/graphql',
    enableIncrementalDelivery: false,
    headers: { Accept: 'application/graphql-response+json, application/json' },
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await fetch(...request);
      if (answer.status === UNAUTHENTICATED) {
        onRefused();
      }
      return answer;
    },
  });
  return (params, options) => send(withoutStaleName(params), options);
}

/** For a moment after a change of tabs, GraphiQL still sends the name of the operation that stood there before. */
function withoutStaleName({ operationName, ...params }: FetcherParams): FetcherParams {
  const stands = operationName && new RegExp(`\\b${operationName}\\b`).test(params.query);
  return stands ? { ...params, operationName } : params;
}
