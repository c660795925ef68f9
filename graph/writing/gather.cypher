// What an upsert must know, without a lock: the stored answer of its key, the nodes that it names with their references,
// and the live edges of the children whose links it states. Only with $asked = {ws, key, identities, children}.
MATCH (k:Workspace {id: $asked.ws})
OPTIONAL MATCH (a:Answer {key: $asked.key})
CALL (a) {
  UNWIND $asked.identities AS key
  MATCH (i:ExternalReference {key: key})
  MATCH (n:Node {id: i.node}) WHERE a IS NULL
  CALL (n) {
    MATCH (r:ExternalReference {node: n.id})
    RETURN collect([r.role, r.source, r.externalType, r.externalId, r.url, r.statedBy]) AS references
  }
  RETURN collect([n.id, properties(n), references]) AS nodes
}
CALL (a) {
  UNWIND $asked.children AS key
  MATCH (i:ExternalReference {key: key})
  MATCH (n:Node {id: i.node}) WHERE a IS NULL
  MATCH (n)-[r]->(p:Node)
  RETURN collect([n.id, type(r), p.id, properties(r)]) AS edges
}
RETURN [a.hash, a.answer, a.seq, a.at] AS stored, k.seq AS seq, k.at AS at, nodes, edges
