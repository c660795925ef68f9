// Adds the next part to an import that is open; after the last one it waits for its turn. No row: it is not the next.
MATCH (j:ImportJob {id: $part.job})
SET j.turn = true
WITH j WHERE j.state = 'OPEN' AND j.parts = $part.number - 1
CREATE (p:ImportPart) SET p = $part, p.first = j.total + 1
SET j.parts = $part.number, j.total = j.total + $part.lines,
  j.state = CASE WHEN $last THEN 'RUNNING' ELSE 'OPEN' END, j.until = CASE WHEN $last THEN timestamp() END
RETURN j.parts AS parts
