// The pages one by one, each a merge over the readable spaces as in items.cypher.
UNWIND $pages AS page
CALL (page) {
  UNWIND $readable AS space
  CALL (page, space) {
    MATCH (item:WorkItem)
    WHERE item.space = space AND item.createdAt <= page.createdAt AND item.id IS NOT NULL
      AND [item.createdAt, item.id] < [page.createdAt, page.id]
    RETURN item, item.createdAt AS at, item.id AS id
    ORDER BY item.space DESC, item.createdAt DESC, item.id DESC LIMIT 100
  }
  WITH item, at, id ORDER BY at DESC, id DESC LIMIT 100
  RETURN collect(item {id: id, .title, .flowState, .stateCategory, .revision, .labels,
    createdAt: toString(datetime({epochMillis: at})),
    updatedAt: toString(datetime({epochMillis: item.updatedAt}))}) AS nodes
}
WITH collect({nodes: nodes}) AS p
RETURN {p0: p[0], p1: p[1], p2: p[2], p3: p[3], p4: p[4], p5: p[5], p6: p[6], p7: p[7], p8: p[8], p9: p[9]} AS data
