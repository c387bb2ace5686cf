-- A MERGE join hint and a MERGE that only deletes.
CREATE PROCEDURE mart.prune AS
SELECT a.total FROM mart.totals a INNER MERGE JOIN sales.orders b ON a.customer_id = b.customer_id
MERGE mart.totals AS t USING sales.orders AS o ON o.customer_id = t.customer_id WHEN NOT MATCHED BY SOURCE THEN DELETE;
