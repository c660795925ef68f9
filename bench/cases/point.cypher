// Items whose project, initiative and objective can all be read, with one way up from each.
MATCH (item:WorkItem)-[:PART_OF]->(project:Project)-[:PART_OF]->(initiative:Initiative)
WHERE item.ws = $ws AND all(node IN [item, project, initiative] WHERE node.space IN $readable)
  AND COUNT { (initiative)-[:CONTRIBUTES_TO]->() } = 1
MATCH (initiative)-[:CONTRIBUTES_TO]->(objective:Objective) WHERE objective.space IN $readable
WITH item.id AS id ORDER BY id
WITH collect(id) AS ids
UNWIND range(0, size(ids) - 1, 1 + size(ids) / $most) AS i
RETURN {id: ids[i]} AS case
