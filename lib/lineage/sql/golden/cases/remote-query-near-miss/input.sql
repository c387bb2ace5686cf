-- Text in no SQL that is known, text that calls, text of unknown parts, a change through OPENQUERY: as far as it goes.
CREATE PROCEDURE mart.fetch @id int AS
SELECT q.a FROM OPENQUERY(LNK, 'EVALUATE FILTER(Sales, Sales[Amount] > 5)') AS q
SELECT q.b FROM OPENQUERY(LNK, 'SELECT [Measures].[Amount] ON COLUMNS, {[Date].[2019]} ON ROWS FROM [Cube] CELL PROPERTIES VALUE') AS q
SELECT q.c FROM OPENQUERY(LNK, 'SELECT dbo.rate(x) AS c FROM t') AS q
INSERT OPENQUERY(LNK, 'SELECT id FROM dbo.people') SELECT id FROM sales.customers
EXEC ('DELETE FROM dbo.people WHERE id = ?', @id) AT LNK
EXEC ('EXEC dbo.clean') AT LNK
