// Whether a confidence has been reported of work for a later day, by a check-in that holds; the one that is to be superseded
// aside, if any.
MATCH (c:CheckIn {subject: $subject})
WHERE c.asOf > $day AND c.confidence IS NOT NULL AND c.supersededBy IS NULL AND c.id <> coalesce($besides, '')
RETURN c.id AS later LIMIT 1
