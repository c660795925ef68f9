// The workspace and its spaces, as somebody sees them who may read these.
MATCH (k:Workspace {id: $ws})
CALL (k) {
  UNWIND $readable AS id
  MATCH (s:Node {id: id}) WHERE s:Space AND s.ws = k.id
  WITH s ORDER BY s.name, s.id
  RETURN collect([s.id, s.name]) AS spaces
}
RETURN [properties(k), spaces] AS seen
