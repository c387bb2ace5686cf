CREATE PROCEDURE mart.search @q nvarchar(100) AS
SELECT c.name, k.[RANK] FROM sales.customers c INNER JOIN CONTAINSTABLE(sales.customers, name, @q, LANGUAGE 1033) AS k ON k.[KEY] = c.id
SELECT ct.id FROM CHANGETABLE(CHANGES sales.orders, 0) AS ct
SELECT j.k FROM sales.orders o CROSS APPLY OPENJSON(o.doc) WITH (k int '$.k', v nvarchar(10)) AS j
