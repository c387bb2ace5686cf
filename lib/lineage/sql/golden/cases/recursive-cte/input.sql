CREATE VIEW dbo.tree AS
WITH r (id, root, depth) AS (
  SELECT id, name, 0 FROM dbo.parts WHERE parent IS NULL
  UNION ALL
  SELECT p.id, r.root, r.depth + 1 FROM dbo.parts p INNER JOIN r ON r.id = p.parent
)
SELECT id, root, depth FROM r
