// The words of all work, without accents, beside the workspace and the space that it lies in: a search looks for all of them.
CREATE FULLTEXT INDEX work_words IF NOT EXISTS FOR (n:WorkNode) ON EACH [n.title, n.description, n.ws, n.space]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
