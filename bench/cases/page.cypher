// Projects with a full page of items, none of which serves it by contribution, so that one relation tells all.
MATCH (project:Project)
WHERE project.ws = $ws AND project.space IN $readable AND NOT EXISTS { (project)<-[:CONTRIBUTES_TO]-(:WorkItem) }
  AND COUNT { MATCH (project)<-[:PART_OF]-(item:WorkItem) WHERE item.space IN $readable } >= 40
RETURN {id: project.id} AS case ORDER BY project.id LIMIT $most
