-- Text that runs at a linked server: its tables are there, column by column.
CREATE PROCEDURE mart.fetch AS
INSERT mart.totals (customer_id, total)
SELECT q.cust, q.sum_amount FROM OPENQUERY([LNK 1], N'SELECT o.cust, SUM(o.amount) AS sum_amount FROM crm.sales.orders o JOIN customers c ON c.id = o.cust WHERE c.kind = ''A'' GROUP BY o.cust -- all') AS q
JOIN sales.customers AS own ON own.id = q.cust
GO
CREATE VIEW mart.far AS SELECT r.id FROM OPENROWSET('SQLNCLI', 'Server=far;Trusted_Connection=yes', 'SELECT id FROM hr.dbo.people') AS r
GO
CREATE PROCEDURE mart.there AS
EXEC ('INSERT INTO log.dbo.runs (customer) SELECT cust FROM crm.sales.orders') AT [LNK 1]
