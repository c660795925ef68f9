// The edges that a ring or a long line could run over: all above the parents of new edges, and within the rank of their
// children all below those. Only with $kin = {parents, children}.
CALL () {
  UNWIND $kin.parents AS id
  MATCH (p:Node {id: id})
  MATCH (p)(()-[:PART_OF|CONTRIBUTES_TO]->(x WHERE x.rank = p.rank)){0,}(n)
  RETURN DISTINCT n
  UNION
  UNWIND $kin.parents AS id
  MATCH (p:Node {id: id})
  MATCH (p)-[:WITHIN|SUBTEAM_OF|CONTINUES|BLOCKS|SUPERSEDES]->{0,}(n)
  RETURN DISTINCT n
  UNION
  UNWIND $kin.children AS id
  MATCH (c:Node {id: id})
  MATCH (c)(()<-[:PART_OF|CONTRIBUTES_TO]-(x WHERE x.rank = c.rank)){0,}(n)
  RETURN DISTINCT n
}
WITH DISTINCT n
MATCH (n)-[r:PART_OF|CONTRIBUTES_TO|WITHIN|SUBTEAM_OF|CONTINUES|BLOCKS|SUPERSEDES]->(m)
RETURN collect([n.id, type(r), m.id]) AS edges
