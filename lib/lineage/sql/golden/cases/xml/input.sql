CREATE VIEW mart.x AS
WITH XMLNAMESPACES ('urn:a' AS a)
SELECT o.id, r.[ref].[value]('(@k)[1]', 'int') AS k, o.doc.query('/a:b') AS b
FROM sales.orders o CROSS APPLY o.doc.nodes('/a:r') AS r(ref)
