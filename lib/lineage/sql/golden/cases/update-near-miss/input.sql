-- UPDATE() of a trigger, UPDATE STATISTICS and FOR UPDATE change nothing; an alias of another table is not the target.
CREATE PROCEDURE mart.none AS
UPDATE STATISTICS sales.orders
DECLARE c CURSOR FOR SELECT id FROM sales.customers FOR UPDATE OF name
UPDATE o SET amount = 0 FROM sales.orders AS o, sales.customers AS orders WHERE orders.id = o.customer_id
