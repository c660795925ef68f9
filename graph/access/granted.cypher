// What a caller was granted: the spaces with the roles on them, by all principals that the caller is, the person whom
// a principal is, and that person's teams with the teams above them. No row where there is no such workspace.
MATCH (k:Workspace {id: $ws})
CALL () {
  UNWIND $keys AS key
  MATCH (p:Principal {key: key})
  OPTIONAL MATCH (p)-[:IS]->(h:Person)
  RETURN collect(p) AS principals, collect(h) AS people
}
CALL (people) {
  UNWIND people AS h
  MATCH (h)-[:MEMBER_OF]->(:Team)-[:SUBTEAM_OF]->{0,}(t:Team)
  RETURN collect(DISTINCT t) AS teams
}
CALL (principals, people, teams) {
  UNWIND principals + people + teams AS grantee
  MATCH (grantee)-[g:GRANTED]->(s:Space)
  RETURN collect([s.id, g.role]) AS granted
}
RETURN [granted, [p IN principals | [p.key, p.id]], [h IN people | h.id]] AS found
