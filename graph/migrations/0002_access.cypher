// Each principal once, and each of them one person at most.
CREATE CONSTRAINT principal_key IF NOT EXISTS FOR (n:Principal) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT one_is IF NOT EXISTS FOR ()-[r:IS]-() REQUIRE r.child IS UNIQUE;
