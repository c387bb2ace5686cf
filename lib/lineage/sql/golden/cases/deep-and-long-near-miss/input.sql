-- Deep parentheses with a query in them cannot be taken together: that is told, and the query's table still is found.
CREATE VIEW mart.deep_query AS
SELECT ((((((((((((((((((((((((((((((((((((o.amount + (SELECT MAX(t.rate) FROM sales.taxes AS t))))))))))))))))))))))))))))))))))))) AS x
FROM sales.orders AS o
