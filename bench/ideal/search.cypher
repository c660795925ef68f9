MATCH (objective:Node {id: $objective}) WHERE objective:WorkNode AND objective.space IN $readable
MATCH (objective)(()<-[:PART_OF|CONTRIBUTES_TO]-(midst) WHERE midst.space IN $readable){1,18}(item:WorkItem)
WHERE item.flowState = 'ACTIVE' AND toLower(item.title) CONTAINS toLower($text)
WITH DISTINCT item, item.createdAt AS createdAt, item.id AS id ORDER BY createdAt DESC, id DESC LIMIT 21
WITH collect({id: id, title: item.title, flowState: item.flowState,
  createdAt: toString(datetime({epochMillis: createdAt}))}) AS items
RETURN {workItems: {nodes: items[..20], pageInfo: {hasNextPage: size(items) > 20}}} AS data
