// What is archived together: a node and all that is part of it, hidden ones too, and every live edge at any of them, with
// the space of its other end. A node more than $most of them says that there are too many.
MATCH (k:Workspace {id: $ws})
MATCH (top:Node {id: $id}) WHERE top.ws = k.id
CALL (top) {
  MATCH (top)<-[:PART_OF]-{0,}(n:WorkNode)
  WITH DISTINCT n LIMIT $most + 1
  RETURN collect(n) AS taken
}
CALL (taken) {
  UNWIND taken AS n
  CALL (n) {
    MATCH (r:ExternalReference {node: n.id})
    RETURN collect([r.role, r.source, r.externalType, r.externalId, r.url, r.statedBy]) AS references
  }
  RETURN collect([n.id, properties(n), references]) AS nodes
}
CALL (taken) {
  UNWIND taken AS n
  MATCH (n)-[r]-(m)
  RETURN collect([startNode(r).id, type(r), endNode(r).id, properties(r), m.space]) AS edges
}
RETURN nodes, edges
