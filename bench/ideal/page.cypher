// A project by its key, its first 40 items, then the owners of those alone. What was sorted by is not read again.
MATCH (project:Node {id: $id}) WHERE project:Project AND project.space IN $readable
CALL (project) {
  MATCH (project)<-[:PART_OF|CONTRIBUTES_TO]-(item) WHERE item.space IN $readable AND item:WorkItem
  WITH item, item.title AS title, item.id AS id ORDER BY title, id LIMIT 40
  CALL (item) {
    MATCH (item)-[owned:OWNED_BY]->(owner) WHERE owner.space IN $readable
    WITH owned, owner, owner.name AS name, owner.id AS id ORDER BY name, id LIMIT 10
    RETURN collect({role: owned.role, node: {
      __typename: CASE WHEN owner:Person THEN 'Person' ELSE 'Team' END, id: id, name: name
    }}) AS owners
  }
  RETURN collect({id: id, title: title, flowState: item.flowState, owners: {edges: owners}}) AS items
}
RETURN {project: project {.id, .title, workItems: {nodes: items}}} AS data
