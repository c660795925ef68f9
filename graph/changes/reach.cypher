// The spaces that whoever is in these teams may read or change by them: by a team's own grants and those of the teams
// that it is part of.
MATCH (k:Workspace {id: $ws})
CALL (k) {
  UNWIND $teams AS id
  MATCH (t:Node {id: id}) WHERE t:Team AND t.ws = k.id
  MATCH (t)-[:SUBTEAM_OF]->{0,}(g:Team)-[:GRANTED]->(s:Space)
  RETURN collect(DISTINCT [t.id, s.id]) AS reach
}
RETURN reach
