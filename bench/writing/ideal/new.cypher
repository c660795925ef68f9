// New items of work, each with its revision and its link to a project: the live graph, the trail and the feed, as they are
// kept, and nothing that only our own way of changing things keeps. Only with $ws, $items, $project.
MATCH (k:Workspace {id: $ws}) SET k.turn = true
WITH k SET k.seq = k.seq + 2 * size($items), k.at = timestamp()
WITH k.seq - 2 * size($items) AS seq, k.at AS at
MATCH (p:Project {id: $project})
MATCH (u:Trail {id: $project})
UNWIND $items AS x
CREATE (n:Node:WorkNode:WorkItem) SET n = x.properties, n.revision = 1, n.since = at, n.createdAt = at, n.updatedAt = at
CREATE (t:Trail {id: n.id, ws: n.ws, space: n.space, rank: 0, kind: 'WorkItem', createdAt: at})
CREATE (r:Change:Revision:Described) SET r = x.properties, r.id = null, r.node = n.id, r.seq = seq + x.entry, r.change = 'CREATED',
  r.revision = 1, r.sets = x.sets, r.references = x.references, r.client = 'raw', r.validFrom = at, r.recordedAt = at,
  r.validTo = 253402300799000, r.closedAt = 253402300799000, r.retractedAt = 253402300799000
CREATE (e:ExternalReference) SET e = x.reference, e.createdAt = at
CREATE (n)-[:PART_OF {id: x.edge, source: 'bench', weight: 1000000, since: at, child: n.id}]->(p)
CREATE (t)-[:T_PART_OF {id: x.edge, source: 'bench', weight: 1000000, validFrom: at, recordedAt: at,
  validTo: 253402300799000, closedAt: 253402300799000, retractedAt: 253402300799000}]->(u)
CREATE (:Change {ws: $ws, seq: seq + size($items) + x.entry, recordedAt: at, change: 'LINKED', edge: x.edge,
  relation: 'PART_OF', source: 'bench', child: n.id, parent: $project, weight: 1000000, client: 'raw'})
RETURN count(*) AS made
