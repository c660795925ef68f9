// What the numbers of the asked work rest on: all visible work at and below it. A leaf with one parent is summed with
// those of its parent that are like it; everything else is listed with all its edges upwards, whose shares divide it.
// Where $each leaf is to be told apart, none is summed.
CALL () {
  UNWIND $ids AS id
  MATCH (top:Node {id: id}) WHERE top:WorkNode AND top.space IN $reader.readable
  MATCH (top)((m WHERE m.space IN $reader.readable)<-[:PART_OF|CONTRIBUTES_TO]-()){0,18}(x)
  WHERE x.space IN $reader.readable
  WITH DISTINCT x
  WITH x, x:WorkItem AND NOT EXISTS { (x)<-[:PART_OF]-(s:WorkItem) WHERE s.space IN $reader.readable } AS leaf
  WITH x, leaf, leaf AND NOT $each AND COUNT { (x)-[:PART_OF|CONTRIBUTES_TO]->() } = 1 AS lone
  RETURN collect(CASE WHEN lone THEN x END) AS lone, collect(CASE WHEN NOT lone THEN [x, leaf] END) AS others
}

// bunches: the leaves that count and have one parent, by all that tells them apart
CALL (lone) {
  UNWIND lone AS x
  WITH x, x.flowState AS state, x.estimate AS estimate WHERE NOT state IN ['CANCELLED', 'IGNORED']
  MATCH (x)-[r:PART_OF|CONTRIBUTES_TO]->(p)
  WITH p, r.weight AS weight, r.share AS share, CASE WHEN state <> 'DONE' THEN x.percentComplete END AS percent,
    CASE WHEN state = 'DONE' THEN 'DONE' WHEN x.percentComplete IS NULL THEN state END AS state, estimate
  WITH p, weight, share, state, percent, estimate IS NOT NULL AS estimated,
    count(*) AS count, sum(estimate / 1000000) AS whole, sum(estimate % 1000000) AS millionths
  RETURN collect([p.id, weight, share, state, percent, estimated, count, whole, millionths]) AS bunches
}

// works: the others, each with its edges upwards
CALL (others) {
  UNWIND others AS other
  WITH other[0] AS x, other[1] AS leaf
  OPTIONAL MATCH (x)-[r:PART_OF|CONTRIBUTES_TO]->(p)
  WITH x, leaf, CASE WHEN p.space IN $reader.readable THEN p.id END AS parent, r
  WITH x, leaf, collect(CASE WHEN r IS NOT NULL THEN [parent, r.weight, r.share] END) AS edges
  RETURN collect([x.id, leaf, coalesce(x.flowState, x.status), CASE WHEN leaf THEN x.percentComplete END,
    CASE WHEN leaf THEN x.estimate END, edges]) AS works
}

// plans: how the progress of work above the items is told
CALL (others) {
  UNWIND others AS other
  WITH other[0] AS x WHERE NOT x:WorkItem AND (x:KeyResult OR x.progressMethod IS NOT NULL)
  CALL (x) {
    WITH x WHERE x:KeyResult OR x.progressMethod = 'MANUAL'
    MATCH (c:CheckIn) WHERE c.subject = x.id AND c.asOf IS NOT NULL AND c.id IS NOT NULL
      AND c.space IN $reader.readable
      AND CASE WHEN x:KeyResult THEN c.value IS NOT NULL ELSE c.progress IS NOT NULL OR c.denominator > 0 END
    WITH c ORDER BY c.asOf DESC, c.id DESC LIMIT 1
    RETURN collect([toString(c.asOf), c.value, c.progress, c.numerator, c.denominator])[0] AS report
  }
  RETURN collect([x.id, x.progressMethod, report, x.direction, x.startValue, x.targetValue, x.minimumValue,
    x.maximumValue]) AS plans
}

// asked: leaves that are asked for, as they may be in a bunch
CALL () {
  UNWIND $ids AS id
  MATCH (x:Node {id: id}) WHERE x:WorkItem AND x.space IN $reader.readable
  RETURN collect([x.id, true, x.flowState, x.percentComplete, x.estimate, []]) AS asked
}

// schedules: of the asked, their days, those of their period, and the latest check-in that says how it goes
CALL () {
  UNWIND $ids AS id
  MATCH (x:Node {id: id}) WHERE x:WorkNode AND x.space IN $reader.readable
  CALL (x) {
    MATCH (x)-[:IN_PERIOD]->(p:Period) WHERE p.space IN $reader.readable
    RETURN collect([toString(p.startsOn), toString(p.endsOn)])[0] AS period
  }
  CALL (x) {
    MATCH (c:CheckIn) WHERE c.subject = x.id AND c.asOf IS NOT NULL AND c.id IS NOT NULL
      AND c.space IN $reader.readable AND c.health IS NOT NULL
    WITH c ORDER BY c.asOf DESC, c.id DESC LIMIT 1
    RETURN collect([toString(c.asOf), c.health])[0] AS report
  }
  RETURN collect([x.id, [toString(x.startOn), toString(x.targetOn)], period, x.checkInCadenceDays, report]) AS schedules
}
OPTIONAL MATCH (k:Workspace {id: $reader.workspace})
RETURN [[coalesce(k.inProgressCredit, 0), k.timeZone], works, plans, asked, bunches, schedules] AS gathered
