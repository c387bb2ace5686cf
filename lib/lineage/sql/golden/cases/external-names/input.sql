CREATE PROCEDURE sales.reach AS
SELECT a.x, k.k FROM warehouse.dbo.stock a JOIN warehouse..bins b ON a.i = b.i CROSS JOIN other.dbo.known k
INSERT INTO linked.warehouse.dbo.log (id) SELECT id FROM sales.orders
INSERT warehouse..moved (id) SELECT id FROM sales.orders
MERGE linked.warehouse..seen s USING linked.warehouse..log l ON l.id = s.id WHEN MATCHED THEN UPDATE SET s.n = l.n;
