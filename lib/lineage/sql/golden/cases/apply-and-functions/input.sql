CREATE FUNCTION sales.of_customer (@c int) RETURNS TABLE AS RETURN (SELECT o.amount, o.tax FROM sales.orders o WHERE o.customer_id = @c)
GO
CREATE FUNCTION sales.gross (@net money, @tax money) RETURNS money AS BEGIN RETURN @net + @tax END
GO
CREATE FUNCTION sales.named (@r int) RETURNS @out TABLE (id int, label nvarchar(50)) AS
BEGIN
  INSERT @out SELECT id, name FROM sales.customers WHERE region_id = @r
  RETURN
END
GO
CREATE VIEW mart.v AS
SELECT c.name, sales.gross(f.amount, f.tax) AS gross, l.placed, n.label, s.value
FROM sales.customers c
CROSS APPLY sales.of_customer(c.id) AS f
OUTER APPLY (SELECT TOP 1 placed FROM sales.orders o WHERE o.customer_id = c.id) l
JOIN sales.named(1) n ON n.id = c.id
CROSS APPLY STRING_SPLIT(c.name, ' ') AS s
