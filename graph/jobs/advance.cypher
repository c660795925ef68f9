// Records a chunk within the transaction that makes it: the place after it, what came of it, and its refused rows.
// No row: somebody else has taken the import over. A chunk that is recorded already is left as it is.
MATCH (j:ImportJob {id: $chunk.job})
SET j.turn = true
WITH j WHERE j.holder = $chunk.holder
CALL (j) {
  WITH j WHERE j.chunks = $chunk.chunks - 1
  SET j.chunks = $chunk.chunks, j.round = $chunk.round, j.line = $chunk.line, j.lines = j.lines + $chunk.lines,
    j.created = j.created + $chunk.created, j.updated = j.updated + $chunk.updated,
    j.unchanged = j.unchanged + $chunk.unchanged, j.refused = j.refused + $chunk.refused,
    j.closed = j.closed + $chunk.closed, j.until = timestamp() + $chunk.lease
  WITH j
  UNWIND $chunk.rows AS row
  CREATE (r:ImportRefusal) SET r = row, r.job = j.id
  RETURN count(*) AS rows
}
RETURN j.chunks AS chunks
