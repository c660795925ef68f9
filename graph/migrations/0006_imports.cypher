// Imports by their ids and by what they bring in, those that are still to run, their lines, and the rows they refused.
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:ImportJob) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_key IF NOT EXISTS FOR (n:ImportJob) REQUIRE n.key IS UNIQUE;
CREATE INDEX import_state IF NOT EXISTS FOR (n:ImportJob) ON (n.state, n.until);
CREATE INDEX import_started IF NOT EXISTS FOR (n:ImportJob) ON (n.ws, n.by, n.startedAt);
CREATE INDEX import_refused IF NOT EXISTS FOR (n:ImportRefusal) ON (n.job, n.line, n.place);
CREATE CONSTRAINT import_part IF NOT EXISTS FOR (n:ImportPart) REQUIRE (n.job, n.number) IS UNIQUE;
