// What a change of single nodes must know, without a lock: the stored answer of its key, the nodes that it names with
// their references, and the live edges of the children among them. Only with $asked = {ws, key, nodes, children}.
MATCH (k:Workspace {id: $asked.ws})
OPTIONAL MATCH (a:Answer {key: $asked.key})
CALL (k, a) {
  UNWIND $asked.nodes AS id
  MATCH (n:Node {id: id}) WHERE n.ws = k.id AND a IS NULL
  CALL (n) {
    MATCH (r:ExternalReference {node: n.id})
    RETURN collect([r.role, r.source, r.externalType, r.externalId, r.url, r.statedBy]) AS references
  }
  RETURN collect([n.id, properties(n), references]) AS nodes
}
CALL (k, a) {
  UNWIND $asked.children AS id
  MATCH (n:Node {id: id})-[r]->(p:Node) WHERE n.ws = k.id AND a IS NULL
  RETURN collect([n.id, type(r), p.id, properties(r)]) AS edges
}
RETURN [a.hash, a.answer, a.seq, a.at] AS stored, k.seq AS seq, k.at AS at, nodes, edges
