// Items with three parents, at the end of the longest lines of items, that reach a strategy by few enough paths.
MATCH (item:WorkItem)
WHERE item.ws = $ws AND item.space IN $readable AND COUNT { (item)-[:PART_OF|CONTRIBUTES_TO]->() } = 3
MATCH line = (item)((:WorkItem)-[:PART_OF]->(:WorkItem)){1,6}(:WorkItem)
WITH item, max(length(line)) AS deep
MATCH (item)(()-[:PART_OF|CONTRIBUTES_TO]->(midst) WHERE midst.space IN $readable){1,18}(:Strategy)
WITH item, deep, count(*) AS paths WHERE paths <= 100
RETURN {id: item.id} AS case ORDER BY deep DESC, item.id LIMIT $most
