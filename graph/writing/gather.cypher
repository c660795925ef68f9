// What an upsert must know, without a lock: the stored answer of its key, the nodes that it names with their references,
// and the live edges of the children whose links it states, with the spaces of their parents. Only with
// $asked = {ws, key, identities, ids, children, childIds}.
MATCH (k:Workspace {id: $asked.ws})
OPTIONAL MATCH (a:Answer {key: $asked.key})
CALL (k, a) {
  CALL (k, a) {
    UNWIND $asked.identities AS key
    MATCH (i:ExternalReference {key: key})
    MATCH (n:Node {id: i.node}) WHERE a IS NULL
    RETURN n
    UNION
    UNWIND $asked.ids AS id
    MATCH (n:Node {id: id}) WHERE n.ws = k.id AND a IS NULL
    RETURN n
  }
  CALL (n) {
    MATCH (r:ExternalReference {node: n.id})
    RETURN collect([r.role, r.source, r.externalType, r.externalId, r.url, r.statedBy]) AS references
  }
  RETURN collect([n.id, properties(n), references]) AS nodes
}
CALL (k, a) {
  CALL (k, a) {
    UNWIND $asked.children AS key
    MATCH (i:ExternalReference {key: key})
    MATCH (n:Node {id: i.node}) WHERE a IS NULL
    RETURN n
    UNION
    UNWIND $asked.childIds AS id
    MATCH (n:Node {id: id}) WHERE n.ws = k.id AND a IS NULL
    RETURN n
  }
  MATCH (n)-[r]->(p:Node)
  RETURN collect([n.id, type(r), p.id, properties(r), p.space]) AS edges
}
RETURN [a.hash, a.answer, a.seq, a.at] AS stored, k.seq AS seq, k.at AS at, nodes, edges
