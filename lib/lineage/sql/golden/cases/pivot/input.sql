CREATE VIEW mart.p AS
SELECT p.customer_id, p.[1] AS first, p.[2] AS second
FROM (SELECT customer_id, amount, tax FROM sales.orders) AS s
PIVOT (SUM(amount) FOR tax IN ([1], [2])) AS p
GO
CREATE VIEW mart.q AS
SELECT u.id, u.measure, u.value FROM sales.orders UNPIVOT (value FOR measure IN (amount, tax)) AS u
