// How many visible descendants of the asked work stand where, by kind; each once, by however many paths.
UNWIND $ids AS id
MATCH (top:Node {id: id}) WHERE top:WorkNode AND top.space IN $reader.readable
CALL (top) {
  MATCH (top)((m WHERE m.space IN $reader.readable)<-[:PART_OF|CONTRIBUTES_TO]-()){1,18}(x)
  WHERE x.space IN $reader.readable
  WITH DISTINCT x
  WITH x.stateCategory AS state, CASE WHEN x:WorkItem THEN 'WorkItem' WHEN x:Project THEN 'Project'
    WHEN x:Initiative THEN 'Initiative' WHEN x:KeyResult THEN 'KeyResult' WHEN x:Objective THEN 'Objective'
    ELSE 'Strategy' END AS kind, count(*) AS count
  RETURN collect([kind, state, count]) AS counts
}
RETURN collect([top.id, counts]) AS counted
