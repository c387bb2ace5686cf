CREATE VIEW mart.named (k, [n m]) WITH SCHEMABINDING AS SELECT id, name FROM sales.customers WITH CHECK OPTION
GO
CREATE VIEW mart.after_it AS SELECT v.k, v.[n m] AS n FROM mart.named AS v
