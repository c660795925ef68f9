// The entries of a workspace's feed after one of them, in their order, as far as what they are about may be seen today:
// a node behind a readable border, an edge between two such. Each with the person who made it.
MATCH (c:Change WHERE c.ws = $ws AND c.seq > $after)
WHERE ($kinds IS NULL OR c.change IN $kinds)
  AND (c.relation IS NULL OR c.relation IN $relations)
WITH c ORDER BY c.seq
CALL (c) {
  WITH c WHERE c.node IS NOT NULL
  MATCH (n:Node {id: c.node}) WHERE n.space IN $reader.readable AND any(label IN labels(n) WHERE label IN $labels)
  RETURN true AS seen
  UNION
  WITH c WHERE c.node IS NULL
  MATCH (a:Node {id: c.child}) WHERE a.space IN $reader.readable
  MATCH (b:Node {id: c.parent}) WHERE b.space IN $reader.readable
  RETURN true AS seen
}
WITH c LIMIT $first + 1
CALL (c) {
  OPTIONAL MATCH (:Node {id: c.by})-[:IS]->(p:Person) WHERE p.space IN $reader.readable
  RETURN head(collect(p.id)) AS person
}
RETURN c.seq, c.change, c.recordedAt, person, c.client, c.node, c.revision, c.sets, c.relation, c.child, c.parent, c.share,
  c.weight
ORDER BY c.seq
