// An item by its key and three steps up. The first two lead to one node at most, as containment is single.
MATCH (item:Node {id: $id}) WHERE item:WorkItem AND item.space IN $readable
OPTIONAL MATCH (item)-[:PART_OF]->(project:WorkNode) WHERE project.space IN $readable
OPTIONAL MATCH (project)-[:PART_OF]->(initiative:WorkNode) WHERE initiative.space IN $readable
OPTIONAL MATCH (initiative)-[:CONTRIBUTES_TO]->(objective:WorkNode) WHERE objective.space IN $readable
WITH * ORDER BY objective.createdAt, objective.id LIMIT 1
WITH item, project, initiative,
  CASE WHEN objective IS NULL THEN [] ELSE [{id: objective.id, title: objective.title}] END AS above
WITH item, project,
  CASE WHEN initiative IS NULL THEN [] ELSE [{id: initiative.id, title: initiative.title, parents: {nodes: above}}] END
  AS above
WITH item,
  CASE WHEN project IS NULL THEN [] ELSE [{id: project.id, title: project.title, parents: {nodes: above}}] END AS above
RETURN {workItem: {id: item.id, title: item.title, flowState: item.flowState, parents: {nodes: above}}} AS data
