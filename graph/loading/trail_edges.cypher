// Writes all edges that ever were onto the trail. 253402300799000 is for ever.
UNWIND $rows AS x
MATCH (c:Trail {id: x.child})
MATCH (p:Trail {id: x.parent})
UNWIND x.ever AS e
CREATE (c)-[r:$(e.relation) {id: e.id, source: x.source, validFrom: e.from, validTo: e.to, recordedAt: e.from,
  closedAt: e.to, retractedAt: 253402300799000}]->(p)
SET r += e.holds
RETURN count(*) AS written
