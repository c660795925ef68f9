// The latest revisions of visible nodes before one of them, newest first, each with the description before it and the
// person who made it; and one more, to tell what the last of them changed.
UNWIND $ids AS id
MATCH (n:Node {id: id}) WHERE n.space IN $reader.readable
CALL (n) {
  MATCH (r:Revision WHERE r.node = n.id AND r.validFrom >= 0)
  WHERE $before IS NULL OR r.revision < $before
  WITH r ORDER BY r.validFrom DESC LIMIT $first + 1
  CALL (r) {
    MATCH (d:Described WHERE d.node = r.node AND d.validFrom < r.validFrom)
    WHERE 'description' IN r.sets
    RETURN d.description AS described ORDER BY d.validFrom DESC LIMIT 1
    UNION
    RETURN null AS described
  }
  WITH r, collect(described) AS described
  CALL (r) {
    OPTIONAL MATCH (:Node {id: r.by})-[:IS]->(p:Person) WHERE p.space IN $reader.readable
    RETURN collect(p.id) AS people
  }
  WITH r, described, people ORDER BY r.validFrom DESC
  RETURN collect([properties(r), head(described), head(people)]) AS revisions
}
RETURN collect([n.id, n.revision, revisions]) AS histories
