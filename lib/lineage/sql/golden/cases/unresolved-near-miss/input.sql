-- Words and aliases that look like columns.
CREATE PROCEDURE dbo.p AS
SELECT DATEADD(month, 1, k.day) AS later, a AS b, DATEPART(dw, k.day) AS d FROM dbo.k ORDER BY later, b
