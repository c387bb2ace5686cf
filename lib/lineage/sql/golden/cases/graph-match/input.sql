-- Tables of nodes and edges: MATCH joins them by alias, by no column.
CREATE VIEW social.friends AS
SELECT a.name AS one, b.name AS other, f.since
FROM social.person AS a, social.friend AS f, social.person AS b
WHERE MATCH(a-(f)->b) AND a.id <> b.id
GO
CREATE VIEW social.chains AS
SELECT a.name, STRING_AGG(b.name, ',') WITHIN GROUP (GRAPH PATH) AS names
FROM social.person AS a, social.friend FOR PATH AS f, social.person FOR PATH AS b
WHERE MATCH(SHORTEST_PATH(a(-(f)->b)+)) AND a.name = 'x'
