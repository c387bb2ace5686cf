CREATE PROCEDURE mart.a_reads AS SELECT s.id FROM mart.made AS s
GO
CREATE PROCEDURE mart.b_makes AS SELECT id, name INTO mart.made FROM sales.regions
