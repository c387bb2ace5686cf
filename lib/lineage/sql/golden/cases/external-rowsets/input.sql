CREATE PROCEDURE mart.outside AS
INSERT INTO mart.totals (customer_id) SELECT r.id FROM OPENROWSET(BULK 'https://x/y.csv', FORMAT = 'CSV') AS r
SELECT q.a FROM OPENQUERY(linked, 'SELECT a FROM t') AS q
BULK INSERT mart.totals FROM 'c:\in\totals.csv' WITH (FIELDTERMINATOR = ',')
