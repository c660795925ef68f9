// One short seek in the index (space, createdAt, id) for each readable space, and a merge of what they find. The row
// after the page tells whether there are more. What the index holds is taken from it.
UNWIND $readable AS space
CALL (space) {
  MATCH (item:WorkItem)
  WHERE item.space = space AND item.createdAt <= $createdAt AND item.id IS NOT NULL
    AND [item.createdAt, item.id] < [$createdAt, $id]
  RETURN item, item.createdAt AS at, item.id AS id
  ORDER BY item.space DESC, item.createdAt DESC, item.id DESC LIMIT 21
}
WITH item, at, id ORDER BY at DESC, id DESC LIMIT 21
WITH collect({id: id, title: item.title, flowState: item.flowState,
  createdAt: toString(datetime({epochMillis: at}))}) AS items, collect(toString(at) + ' ' + id) AS keys
RETURN {workItems: {nodes: items[..20], pageInfo: {hasNextPage: size(items) > 20, endCursor: keys[..20][-1]}}} AS data
