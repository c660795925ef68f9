// All objectives and strategies, and how many leaves are below each.
MATCH (top:WorkNode) WHERE top.ws = $ws AND top.space IN $readable AND (top:Objective OR top:Strategy)
CALL (top) {
  MATCH (top)((midst WHERE midst.space IN $readable)<-[:PART_OF|CONTRIBUTES_TO]-()){1,18}(leaf:WorkItem)
  WHERE leaf.space IN $readable AND NOT EXISTS { (leaf)<-[:PART_OF]-(:WorkItem) }
  RETURN count(DISTINCT leaf) AS leaves
}
RETURN top.id AS id, leaves ORDER BY leaves, id
