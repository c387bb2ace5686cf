CREATE PROCEDURE sales.reach AS
SELECT a.x, k.k FROM warehouse.dbo.stock a JOIN warehouse..bins b ON a.i = b.i CROSS JOIN other.dbo.known k
INSERT INTO linked.warehouse.dbo.log (id) SELECT id FROM sales.orders
