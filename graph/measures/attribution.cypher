// What the asked work serves: all visible work above it, with its edges upwards; those to hidden parents by their share alone.
CALL () {
  UNWIND $ids AS id
  MATCH (x:Node {id: id}) WHERE x:WorkNode AND x.space IN $reader.readable
  MATCH (x)(()-[:PART_OF|CONTRIBUTES_TO]->(m WHERE m.space IN $reader.readable)){0,18}(a)
  RETURN DISTINCT a
}
CALL (a) {
  MATCH (a)-[r:PART_OF|CONTRIBUTES_TO]->(p)
  RETURN collect([CASE WHEN p.space IN $reader.readable THEN p.id END, r.share]) AS edges
}
RETURN collect([a.id, edges]) AS works
