// The visible items that are being worked on, which count as far as the workspace gives credit for that; at most so many.
CALL () {
  MATCH (x:WorkItem) WHERE x.ws = $reader.workspace AND x.space IN $reader.readable AND x.flowState = 'ACTIVE'
  RETURN x LIMIT $most
}
RETURN collect(x.id) AS ids
