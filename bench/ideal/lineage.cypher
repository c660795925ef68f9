// Ancestors by the search that visits each node once. The shares of their edges are resolved once each, then the paths
// are listed and take theirs from there.
MATCH (item:Node {id: $id}) WHERE item:WorkItem AND item.space IN $readable
CALL (item) {
  MATCH (item)(()-[up:PART_OF|CONTRIBUTES_TO]->(midst) WHERE midst.space IN $readable){1,18}(above:WorkNode)
  WITH above, min(size(up)) AS distance
  WITH above, distance, above.id AS id ORDER BY distance, id
  RETURN collect(above) AS nodes, collect({distance: distance, node: {id: id, title: above.title, kind: CASE
    WHEN above:Strategy THEN 'STRATEGY' WHEN above:Objective THEN 'OBJECTIVE' WHEN above:KeyResult THEN 'KEY_RESULT'
    WHEN above:Initiative THEN 'INITIATIVE' WHEN above:Project THEN 'PROJECT' ELSE 'WORK_ITEM' END}}) AS ancestors
}
CALL (item, nodes) {
  UNWIND [item] + nodes AS child
  CALL (child) {
    MATCH (child)-[step:PART_OF|CONTRIBUTES_TO]->()
    WITH collect(step) AS steps, sum(step.share) AS given, count(*) - count(step.share) AS open
    UNWIND steps AS step
    RETURN step, coalesce(step.share / 1000000.0, (1000000 - given) / (1000000.0 * open)) AS resolved
  }
  RETURN collect(step) AS steps,
    collect({relation: type(step), share: step.share / 1000000.0, resolvedShare: resolved}) AS told
}
CALL (item, steps, told) {
  MATCH path = (item)(()-[:PART_OF|CONTRIBUTES_TO]->(midst) WHERE midst.space IN $readable){1,18}(:Strategy)
  WITH path LIMIT 101
  WITH path, [step IN relationships(path) |
    head([i IN range(0, size(steps) - 1) WHERE steps[i] = step | told[i]])] AS edges
  RETURN collect({nodes: [node IN nodes(path) | node {.id, .title}], edges: edges,
    share: reduce(product = 1.0, edge IN edges | product * edge.resolvedShare)}) AS paths
}
RETURN {workItem: item {.id, .title, ancestors: {edges: ancestors[..100]},
  paths: {truncated: size(paths) > 100, paths: paths[..100]}}} AS data
