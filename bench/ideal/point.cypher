MATCH (item:Node {id: $id}) WHERE item:WorkItem AND item.space IN $readable
OPTIONAL MATCH (item)-[:PART_OF]->(p:WorkNode) WHERE p.space IN $readable
OPTIONAL MATCH (p)-[:PART_OF]->(i:WorkNode) WHERE i.space IN $readable
OPTIONAL MATCH (i)-[:CONTRIBUTES_TO]->(o:WorkNode) WHERE o.space IN $readable
WITH * ORDER BY o.createdAt, o.id LIMIT 1
RETURN {workItem: {id: item.id, title: item.title, flowState: item.flowState, parents: {nodes: 
 CASE WHEN p IS NULL THEN [] ELSE [{id: p.id, title: p.title, parents: {nodes: 
 CASE WHEN i IS NULL THEN [] ELSE [{id: i.id, title: i.title, parents: {nodes: 
 CASE WHEN o IS NULL THEN [] ELSE [{id: o.id, title: o.title}] END}}] END}}] END}}} AS data
