// A new title of one item, with its revision. Only with $ws, $id, $title.
MATCH (k:Workspace {id: $ws}) SET k.turn = true
WITH k SET k.seq = k.seq + 1, k.at = timestamp()
WITH k.seq AS seq, k.at AS at
MATCH (n:Node {id: $id})
MATCH (o:Revision WHERE o.node = n.id AND o.validFrom = n.since)
SET o.validTo = at, o.closedAt = at
SET n.title = $title, n.revision = n.revision + 1, n.since = at, n.updatedAt = at
CREATE (r:Change:Revision) SET r = n {.*, id: null, since: null, createdAt: null, updatedAt: null}, r.node = n.id,
  r.seq = seq, r.change = 'CHANGED', r.sets = ['title'], r.references = o.references, r.client = 'raw', r.validFrom = at,
  r.recordedAt = at, r.validTo = 253402300799000, r.closedAt = 253402300799000, r.retractedAt = 253402300799000
RETURN n.revision AS revision
