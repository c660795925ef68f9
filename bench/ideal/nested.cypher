// Each level is matched once: its rows are sorted, all of them counted and the first of them told. Strategies are few.
MATCH (strategy:Strategy) WHERE strategy.space IN $readable
WITH strategy ORDER BY strategy.title, strategy.id
WITH collect(strategy) AS found
CALL (found) {
  UNWIND found[..5] AS strategy
  CALL (strategy) {
    MATCH (strategy)<-[:PART_OF|CONTRIBUTES_TO]-(objective:Objective) WHERE objective.space IN $readable
    WITH objective ORDER BY objective.title, objective.id
    WITH collect(objective) AS found
    CALL (found) {
      UNWIND found[..10] AS objective
      CALL (objective) {
        MATCH (objective)<-[:PART_OF|CONTRIBUTES_TO]-(result:KeyResult) WHERE result.space IN $readable
        WITH result ORDER BY result.title, result.id
        WITH collect(result {.id, .title, .unit}) AS found
        RETURN {totalCount: size(found), nodes: found[..5]} AS keyResults
      }
      RETURN collect(objective {.id, .title, .status, keyResults: keyResults}) AS nodes
    }
    RETURN {totalCount: size(found), nodes: nodes} AS objectives
  }
  RETURN collect(strategy {.id, .title, objectives: objectives}) AS nodes
}
RETURN {strategies: {totalCount: size(found), nodes: nodes}} AS data
