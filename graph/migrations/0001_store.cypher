// The keys of the store, at most one live edge of each single relation from a node, and how the feed, revisions,
// references and check-ins are found.
CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT trail_id IF NOT EXISTS FOR (n:Trail) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT workspace_id IF NOT EXISTS FOR (n:Workspace) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT answer_key IF NOT EXISTS FOR (n:Answer) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT reference_key IF NOT EXISTS FOR (n:ExternalReference) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT one_part_of IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.child IS UNIQUE;
CREATE CONSTRAINT one_in_period IF NOT EXISTS FOR ()-[r:IN_PERIOD]-() REQUIRE r.child IS UNIQUE;
CREATE CONSTRAINT one_within IF NOT EXISTS FOR ()-[r:WITHIN]-() REQUIRE r.child IS UNIQUE;
CREATE CONSTRAINT one_subteam_of IF NOT EXISTS FOR ()-[r:SUBTEAM_OF]-() REQUIRE r.child IS UNIQUE;
CREATE INDEX change_seq IF NOT EXISTS FOR (n:Change) ON (n.ws, n.seq);
CREATE INDEX revision_from IF NOT EXISTS FOR (n:Revision) ON (n.node, n.validFrom);
CREATE INDEX described_from IF NOT EXISTS FOR (n:Described) ON (n.node, n.validFrom);
CREATE INDEX reference_node IF NOT EXISTS FOR (n:ExternalReference) ON (n.node);
CREATE INDEX check_in_subject IF NOT EXISTS FOR (n:CheckIn) ON (n.subject, n.asOf, n.id);
