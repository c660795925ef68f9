// What a change of an import must know: the stored answer of its key, and the import with the hash of the part that is
// to be added, where it is there already. Only with $asked = {ws, key, job, part}.
MATCH (k:Workspace {id: $asked.ws})
OPTIONAL MATCH (a:Answer {key: $asked.key})
OPTIONAL MATCH (j:ImportJob {id: $asked.job}) WHERE j.ws = k.id AND a IS NULL
OPTIONAL MATCH (p:ImportPart {job: j.id, number: $asked.part})
RETURN [a.hash, a.answer, a.seq, a.at] AS stored, k.seq AS seq, k.at AS at, properties(j) AS job, p.hash AS hash
