// Of the asked key results: what they are meant to reach, and the latest check-in that states a value.
UNWIND $ids AS id
MATCH (x:Node {id: id}) WHERE x:KeyResult AND x.space IN $reader.readable
CALL (x) {
  MATCH (c:CheckIn) WHERE c.subject = x.id AND c.asOf IS NOT NULL AND c.id IS NOT NULL
    AND c.space IN $reader.readable AND c.value IS NOT NULL
  WITH c ORDER BY c.asOf DESC, c.id DESC LIMIT 1
  RETURN collect(c.value)[0] AS value
}
RETURN collect([x.id, value, x.direction, x.startValue, x.targetValue, x.minimumValue, x.maximumValue]) AS keyResults
