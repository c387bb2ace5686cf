CREATE PROCEDURE mart.loop AS
DECLARE @v money = 0, @n int = 1
WHILE @n < 3
BEGIN
  INSERT INTO mart.totals (total) VALUES (@v)
  SELECT @v = @v + amount FROM sales.orders WHERE id = @n
  SET @n = @n + 1
END
