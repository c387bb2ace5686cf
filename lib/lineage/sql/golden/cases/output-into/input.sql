CREATE PROCEDURE mart.out AS
DECLARE @done TABLE (id int, was money)
INSERT INTO sales.customers (id, name) OUTPUT inserted.id INTO @done (id) SELECT id, name FROM sales.regions
UPDATE sales.orders SET amount = 0 OUTPUT deleted.id, deleted.amount INTO @done
INSERT INTO mart.totals (customer_id, total) SELECT id, was FROM @done
DELETE FROM sales.regions OUTPUT deleted.name
