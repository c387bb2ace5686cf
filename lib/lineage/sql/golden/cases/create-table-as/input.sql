CREATE TABLE mart.ctas WITH (DISTRIBUTION = HASH(customer_id), CLUSTERED COLUMNSTORE INDEX)
AS SELECT customer_id, SUM(amount) AS total FROM sales.orders GROUP BY customer_id OPTION (LABEL = 'x')
CREATE TABLE #staged WITH (HEAP) AS SELECT c.name FROM mart.ctas x JOIN sales.customers c ON c.id = x.customer_id
INSERT INTO mart.totals (region) SELECT name FROM #staged
