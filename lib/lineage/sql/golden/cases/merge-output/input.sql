CREATE PROCEDURE mart.upsert AS
MERGE INTO mart.totals AS t
USING (SELECT customer_id, SUM(amount) AS s, MAX(gone) AS gone FROM sales.orders GROUP BY customer_id) AS o
ON o.customer_id = t.customer_id
WHEN MATCHED AND o.gone = 1 THEN DELETE
WHEN MATCHED THEN UPDATE SET t.total = o.s
WHEN NOT MATCHED THEN INSERT (customer_id, total) VALUES (o.customer_id, o.s)
OUTPUT $action, inserted.customer_id, deleted.total INTO mart.log (what, id, was);
