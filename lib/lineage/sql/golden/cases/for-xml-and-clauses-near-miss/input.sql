-- Columns named like clauses and hints, a function whose argument is no hint, clauses in a text.
CREATE FUNCTION sales.near(@lock int) RETURNS TABLE AS RETURN SELECT r.name FROM sales.regions AS r WHERE r.id = @lock
GO
CREATE VIEW mart.no_clauses AS
SELECT o.[option], o.[xml] AS body, 'FROM sales.gone (NOLOCK) OPTION (RECOMPILE)' AS note, n.name
FROM sales.orders AS o CROSS APPLY sales.near(o.nolock) AS n
