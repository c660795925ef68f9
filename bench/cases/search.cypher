// Objectives with 3 to 5,000 active items somewhere under them, and a word from the title of one of those.
MATCH (objective:Objective) WHERE objective.ws = $ws AND objective.space IN $readable
MATCH (objective)(()<-[:PART_OF|CONTRIBUTES_TO]-(midst) WHERE midst.space IN $readable){1,18}(item:WorkItem)
WHERE item.flowState = 'ACTIVE'
WITH DISTINCT objective, item ORDER BY objective.id, item.id
WITH objective, collect(item) AS items WHERE 3 <= size(items) <= 5000
RETURN {objective: objective.id, text: split(items[0].title, ' ')[-1]} AS case ORDER BY objective.id LIMIT $most
