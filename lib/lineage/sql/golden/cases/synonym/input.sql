CREATE SYNONYM dbo.o2 FOR dbo.orders
GO
CREATE VIEW dbo.v AS SELECT amount FROM orders
GO
CREATE PROCEDURE dbo.p AS INSERT INTO mart.totals (total) SELECT o.amount FROM o2 AS o CROSS JOIN dbo.far
