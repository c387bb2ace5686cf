-- Looks at no rows of its table; in a procedure, inserted is a name like others.
CREATE TRIGGER sales.on_delete ON sales.orders FOR DELETE AS DELETE FROM mart.totals
GO
CREATE PROCEDURE mart.p AS SELECT x.id FROM sales.customers AS inserted JOIN sales.regions x ON x.id = inserted.region_id

GO
-- The database is no table.
CREATE TRIGGER on_ddl ON DATABASE FOR CREATE_TABLE, ALTER_TABLE AS INSERT mart.changes (what) SELECT EVENTDATA()
