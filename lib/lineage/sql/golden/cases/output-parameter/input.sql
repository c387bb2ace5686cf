-- What an OUTPUT parameter holds at the end goes into the caller's variable, by name or by place.
CREATE PROCEDURE mart.total_of @customer int, @total money OUTPUT, @rows int = 0 OUTPUT AS
SELECT @total = SUM(amount) FROM sales.orders WHERE customer_id = @customer
SET @total = @total * 2
SELECT @rows = MAX(id) FROM sales.orders
GO
CREATE PROCEDURE mart.by_place @customer int AS
DECLARE @t money, @n int
EXEC mart.total_of @customer, @t OUTPUT, @n OUT
INSERT mart.totals (customer_id, total) VALUES (@n, @t)
GO
CREATE PROCEDURE mart.by_name AS
DECLARE @t money
EXECUTE mart.total_of @total = @t OUTPUT, @customer = 1
UPDATE mart.totals SET total = @t
