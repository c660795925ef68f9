// The touched work and all visible work above it, which are those whose numbers a change can move; at most so many.
CALL () {
  UNWIND $ids AS id
  MATCH (x:Node {id: id}) WHERE x:WorkNode AND x.space IN $reader.readable
  MATCH (x)(()-[:PART_OF|CONTRIBUTES_TO]->(m WHERE m.space IN $reader.readable)){0,18}(a)
  RETURN DISTINCT a LIMIT $most
}
RETURN collect(a.id) AS ids
