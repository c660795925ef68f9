// The words of all work, every one of them, beside the workspace and the space that it lies in: a search reads all four.
CREATE FULLTEXT INDEX work_words IF NOT EXISTS FOR (n:WorkNode) ON EACH [n.title, n.description, n.ws, n.space]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
