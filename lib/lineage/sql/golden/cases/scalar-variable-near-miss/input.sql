CREATE PROCEDURE mart.parameters @customer int, @total money AS
SET @total = @total + 1
INSERT INTO mart.totals (customer_id, total) VALUES (@customer, @total)
