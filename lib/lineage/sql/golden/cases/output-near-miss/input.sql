-- OUTPUT of a parameter is no OUTPUT clause; without INTO the rows go to the caller.
CREATE PROCEDURE mart.out @n int OUTPUT AS
EXEC mart.out @n OUTPUT
UPDATE sales.orders SET amount = 1 OUTPUT inserted.id, deleted.amount AS was WHERE tax = 0
