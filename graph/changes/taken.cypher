// What the operation that archived a node took: the nodes, and the edges that it closed, as the trail remembers them, with
// the space in which their other end is today.
MATCH (k:Workspace {id: $ws})
MATCH (top:Node {id: $id}) WHERE top.ws = k.id
WITH k, top.archivedBy AS operation
CALL (k, operation) {
  MATCH (n:WorkNode {archivedBy: operation}) WHERE n.ws = k.id
  CALL (n) {
    MATCH (r:ExternalReference {node: n.id})
    RETURN collect([r.role, r.source, r.externalType, r.externalId, r.url, r.statedBy]) AS references
  }
  RETURN collect([n.id, properties(n), references]) AS nodes
}
CALL (nodes, operation) {
  UNWIND nodes AS node
  MATCH (t:Trail {id: node[0]})-[r WHERE r.archivedBy = operation]-(u:Trail)
  MATCH (m:Node {id: u.id})
  RETURN collect([startNode(r).id, substring(type(r), 2), endNode(r).id, properties(r), m.space]) AS edges
}
RETURN nodes, edges
