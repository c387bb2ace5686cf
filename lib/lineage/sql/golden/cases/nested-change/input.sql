CREATE PROCEDURE mart.nested AS
INSERT INTO mart.log (n) SELECT d.id FROM (DELETE FROM sales.orders OUTPUT deleted.id WHERE tax = 0) AS d
INSERT INTO mart.totals (customer_id) SELECT m.id
FROM (MERGE sales.customers AS c USING sales.regions AS r ON r.id = c.region_id WHEN MATCHED THEN UPDATE SET name = r.name OUTPUT inserted.id) AS m
