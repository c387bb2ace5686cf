CREATE PROCEDURE mart.by_cursor AS
DECLARE @id int, @name nvarchar(50)
DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT id, name FROM sales.customers WHERE region_id = 1
OPEN c
FETCH NEXT FROM c INTO @id, @name
WHILE @@FETCH_STATUS = 0
BEGIN
  INSERT INTO mart.totals (customer_id, region) VALUES (@id, UPPER(@name))
  FETCH NEXT FROM c INTO @id, @name
END
CLOSE c
DEALLOCATE c
