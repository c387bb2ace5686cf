CREATE VIEW mart.v AS SELECT o.*, c.name FROM sales.orders o JOIN sales.customers c ON c.id = o.customer_id
GO
CREATE VIEW mart.w AS SELECT * FROM (SELECT * FROM mart.v) AS x WHERE name IS NOT NULL
