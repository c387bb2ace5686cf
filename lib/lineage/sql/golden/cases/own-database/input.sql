CREATE VIEW shop.dbo.v AS SELECT x.a, y.c, t.a AS m, z.z FROM SHOP.dbo.t x, dbo.t2 y, [shop]..[t] AS t, stock.dbo.t AS z
GO
CREATE PROCEDURE shop.mart.p AS INSERT INTO dbo.t (a) SELECT a FROM t
