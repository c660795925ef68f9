// The spaces of a workspace on which nobody of this issuer was granted anything.
MATCH (s:Space {ws: $ws})
WHERE NOT EXISTS { (s)<-[:GRANTED]-(:Principal {issuer: $issuer}) }
RETURN collect(s.id) AS spaces
