-- What the parser cannot read still tells its tables, and says so; what follows is read.
CREATE PROCEDURE mart.odd AS
INSERT INTO mart.log (n) SELECT x.id FROM sales.customers AS x JOIN sales.orders o ON o.id = x.id WHERE x.id BETWEEN;
SELECT name FROM sales.regions
