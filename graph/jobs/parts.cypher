// Where the parts of an import begin, without what they hold.
MATCH (p:ImportPart {job: $job})
WITH p ORDER BY p.number
RETURN collect([p.number, p.first, p.lines]) AS parts
