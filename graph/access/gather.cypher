// What a change of access must know: the stored answer of its key, the space with the grants on it, whoever is meant as
// grantee, whom a principal is, and all spaces that a person reads. Only with $asked = {ws, key, space, node, principal,
// person}; each of the last four may be null.
MATCH (k:Workspace {id: $asked.ws})
OPTIONAL MATCH (a:Answer {key: $asked.key})
OPTIONAL MATCH (s:Node {id: $asked.space}) WHERE s:Space AND s.ws = k.id AND a IS NULL
OPTIONAL MATCH (n:Node {id: $asked.node}) WHERE (n:Person OR n:Team OR n:Principal) AND n.ws = k.id AND a IS NULL
OPTIONAL MATCH (p:Principal {key: $asked.principal}) WHERE a IS NULL
OPTIONAL MATCH (h:Node {id: $asked.person}) WHERE h:Person AND h.ws = k.id AND a IS NULL
CALL (s) {
  MATCH (g:Node)-[r:GRANTED]->(s)
  RETURN collect([r.id, g.id, r.role]) AS grants
}
CALL (n) {
  MATCH (n)-[r:IS]->(x:Person)
  RETURN collect(x) AS joined, collect([r.id, x.id]) AS joins
}
CALL (h, joined) {
  UNWIND [h] + joined AS x
  MATCH (x)-[:MEMBER_OF|SUBTEAM_OF]->{0,}(grantee)-[:GRANTED]->(t:Space)
  RETURN collect(DISTINCT t.id) AS reach
}
RETURN [a.hash, a.answer, a.seq, a.at] AS stored, k.seq AS seq, k.at AS at, s.id AS space, properties(s) AS holds, n.id AS node,
  p.id AS principal, h.id AS person, grants, joins, reach
