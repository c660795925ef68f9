// Writes nodes as they are now, each with its identity and, where its kind can have edges, its twin on the trail.
UNWIND $rows AS x
CREATE (n:$(x.labels)) SET n = x.node
CREATE (r:ExternalReference) SET r = x.reference, r.ws = n.ws, r.space = n.space, r.node = n.id, r.createdAt = n.createdAt
FOREACH (kind IN x.twin |
  CREATE (:Trail {id: n.id, ws: n.ws, space: n.space, rank: n.rank, kind: kind, createdAt: n.createdAt}))
RETURN count(*) AS written
