// The same graph behind @neo4j/graphql and GraphQL Yoga, set as for production.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const { BENCH_URI, BENCH_USER, BENCH_PASSWORD, BENCH_DATABASE, BENCH_PORT } = process.env;

const driver = neo4j.driver(BENCH_URI, neo4j.auth.basic(BENCH_USER, BENCH_PASSWORD), {
  notificationFilter: { minimumSeverityLevel: "OFF" },
  telemetryDisabled: true,
});
const typeDefs = readFileSync(new URL("types.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({
  schema,
  graphiql: false,
  landingPage: false,
  logging: "warn",
  context: { sessionConfig: { database: BENCH_DATABASE } },
});

createServer(yoga).listen(Number(BENCH_PORT), "127.0.0.1");
