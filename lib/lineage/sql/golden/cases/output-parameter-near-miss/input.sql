-- Without OUTPUT at the call, or at the parameter, nothing comes back.
CREATE PROCEDURE mart.total_of @customer int, @total money OUTPUT AS
SELECT @total = SUM(amount) FROM sales.orders WHERE customer_id = @customer
GO
CREATE PROCEDURE mart.keeps @sum money AS
SELECT @sum = SUM(amount) FROM sales.orders
GO
CREATE PROCEDURE mart.asks AS
DECLARE @t money
EXEC mart.total_of 1, @t
EXEC mart.keeps @t
INSERT mart.totals (customer_id, total) VALUES (1, @t)
