// The last statement of every change: takes the workspace's turn, its sequence and its instant, verifies that what was
// gathered still holds, and writes the live graph, the trail, the feed and the answer. No row: it no longer holds, and
// the transaction must be rolled back. 253402300799000 is for ever. One parameter, $change, so that there is one plan.
MATCH (k:Workspace {id: $change.ws}) SET k.turn = true
WITH k
SET k.seq = k.seq + $change.entries, k.at = CASE WHEN k.at < timestamp() THEN timestamp() ELSE k.at + 1 END
WITH k.seq - $change.entries AS seq, k.at AS at

// expect: nodes at a revision, not archived, or with just these edges
CALL (seq) {
  UNWIND $change.expect AS x
  OPTIONAL MATCH (n:Node {id: x.id})
  WITH x, n WHERE (n IS NULL AND x.isNew IS NULL) OR n.revision <> coalesce(x.revision, n.revision)
    OR (x.isLive AND n.archivedAt IS NOT NULL)
    OR (x.edges IS NOT NULL AND x.edges <> COLLECT { MATCH (n)-[r]->() RETURN r.id ORDER BY r.id })
  RETURN count(*) AS stale
}
WITH seq, at WHERE stale = 0

// create: new nodes, each with its first revision
CALL (seq, at) {
  UNWIND $change.create AS x
  CREATE (n:$(x.labels)) SET n = x.properties, n.revision = 1, n.since = at, n.createdAt = at, n.updatedAt = at
  CREATE (r:Change:Revision) SET r = x.properties, r.id = null, r.node = x.properties.id, r.seq = seq + x.entry,
    r.change = 'CREATED', r.revision = 1, r.sets = keys(x.properties) + 'references', r.references = x.references,
    r.by = $change.by, r.client = $change.client, r.validFrom = at, r.recordedAt = at,
    r.validTo = 253402300799000, r.closedAt = 253402300799000, r.retractedAt = 253402300799000
  FOREACH (_ IN CASE WHEN r.description IS NULL THEN [] ELSE [1] END | SET r:Described)
  RETURN count(*) AS created
}

// twin: their twins on the trail, for kinds that can have edges
CALL (at) {
  UNWIND $change.twin AS x
  CREATE (t:Trail) SET t = x, t.createdAt = at
  RETURN count(*) AS twinned
}

// change: nodes that get a further revision; the description is in those that state it
CALL (seq, at) {
  UNWIND $change.change AS x
  MATCH (n:Node {id: x.id})
  MATCH (o:Revision WHERE o.node = n.id AND o.validFrom = n.since AND o.validTo = 253402300799000
    AND o.retractedAt = 253402300799000)
  SET o.validTo = at, o.closedAt = at
  SET n += x.properties, n.revision = n.revision + 1, n.since = at, n.updatedAt = at,
    n.archivedAt = CASE x.change WHEN 'ARCHIVED' THEN at WHEN 'RESTORED' THEN null ELSE n.archivedAt END
  CREATE (r:Change:Revision) SET r = n {.*, id: null, since: null, createdAt: null, updatedAt: null},
    r.node = n.id, r.seq = seq + x.entry, r.change = x.change,
    r.sets = keys(x.properties) + CASE WHEN x.change = 'CHANGED' THEN [] ELSE ['archivedAt'] END
      + CASE WHEN x.references IS NULL THEN [] ELSE ['references'] END,
    r.references = coalesce(x.references, o.references),
    r.description = CASE WHEN 'description' IN keys(x.properties) THEN n.description END,
    r.by = $change.by, r.client = $change.client, r.validFrom = at, r.recordedAt = at,
    r.validTo = 253402300799000, r.closedAt = 253402300799000, r.retractedAt = 253402300799000
  FOREACH (_ IN CASE WHEN 'description' IN keys(x.properties) THEN [1] ELSE [] END | SET r:Described)
  RETURN count(*) AS changed
}

// move: what goes with its node to another space, or to its space's archive and back: its references and what speaks of
// it. Its twin stays in the space, and tells when it was archived
CALL (at) {
  UNWIND $change.move AS x
  MATCH (t:Trail {id: x.id})
  SET t.space = x.home,
    t.archivedFrom = CASE x.change WHEN 'ARCHIVED' THEN coalesce(t.archivedFrom, []) + at ELSE t.archivedFrom END,
    t.archivedTo = CASE x.change WHEN 'RESTORED' THEN coalesce(t.archivedTo, []) + at ELSE t.archivedTo END
  WITH x
  CALL (x) {
    MATCH (r:ExternalReference {node: x.id})
    SET r.space = x.space
  }
  CALL (x) {
    MATCH (c:CheckIn {subject: x.id})
    SET c.space = x.space
  }
  CALL (x) {
    MATCH (e:TimeEntry {subject: x.id})
    SET e.space = x.space
  }
  RETURN count(*) AS moved
}

// unrefer, refer: external references that go and come
CALL (at) {
  UNWIND $change.unrefer AS x
  MATCH (r:ExternalReference {key: x.key})
  DELETE r
  RETURN count(*) AS unreferred
}
CALL (at) {
  UNWIND $change.refer AS x
  CREATE (r:ExternalReference) SET r = x, r.createdAt = at
  RETURN count(*) AS referred
}

// close, open: edges that cease and begin, in the live graph and on the trail
CALL (at) {
  UNWIND $change.close AS x
  MATCH (:Node {id: x.child})-[r WHERE r.id = x.id]->()
  MATCH (:Trail {id: x.child})-[t WHERE t.id = x.id]->()
  SET t.validTo = at, t.closedAt = at, t.archivedBy = x.operation
  DELETE r
  RETURN count(*) AS closed
}
CALL (at) {
  UNWIND $change.open AS x
  MATCH (c:Node {id: x.child})
  MATCH (p:Node {id: x.parent})
  MATCH (s:Trail {id: x.child})
  MATCH (u:Trail {id: x.parent})
  CREATE (c)-[r:$(x.relation)]->(p)
  SET r = x.holds, r.id = x.id, r.since = at, r.child = CASE WHEN x.single THEN x.child END
  CREATE (s)-[t:$('T_' + x.relation)]->(u)
  SET t = x.holds, t.id = x.id, t.validFrom = at, t.recordedAt = at,
    t.validTo = 253402300799000, t.closedAt = 253402300799000, t.retractedAt = 253402300799000
  RETURN count(*) AS opened
}

// enter: what the feed says of edges, and of the workspace's settings
CALL (seq, at) {
  UNWIND $change.enter AS x
  CREATE (e:Change) SET e = x.properties, e.ws = $change.ws, e.seq = seq + x.entry, e.recordedAt = at,
    e.by = $change.by, e.client = $change.client
  RETURN count(*) AS entered
}

// configure: settings of the workspace itself
CALL () {
  UNWIND $change.configure AS x
  MATCH (k:Workspace {id: $change.ws})
  SET k += x.properties
  RETURN count(*) AS configured
}

// the answer under its key; of those that are older than a day, two go for each that comes
CALL (at) {
  MATCH (a:Answer) WHERE a.ws = $change.ws AND a.at < at - 86400000
  WITH a LIMIT 2
  DELETE a
}
CREATE (:Answer {key: $change.key, ws: $change.ws, hash: $change.hash, answer: $change.answer,
  seq: seq + $change.entries, at: at})
RETURN seq + $change.entries AS seq, at,
  [created, twinned, changed, moved, unreferred, referred, closed, opened, entered, configured] AS written
