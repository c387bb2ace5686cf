-- schema.table.column is no name of three parts of an object.
CREATE PROCEDURE sales.near AS SELECT sales.orders.id, t.sales FROM sales.orders, dbo.t
