-- FETCH of an ORDER BY is no cursor.
CREATE PROCEDURE mart.page AS
SELECT id, name FROM sales.customers ORDER BY name OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY
