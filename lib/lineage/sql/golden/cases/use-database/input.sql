USE [Shop]
GO
CREATE TABLE dbo.made (id int)
ALTER TABLE dbo.made ADD name nvarchar(10), CONSTRAINT k PRIMARY KEY (id)
GO
INSERT dbo.made SELECT id, name FROM sales.customers
GO
USE Crm
GO
INSERT dbo.people (id, name) SELECT * FROM Shop.dbo.made
EXEC dbo.clean
GO
CREATE VIEW dbo.v AS SELECT p.id FROM dbo.people AS p
GO
USE Shop
GO
DELETE FROM dbo.made WHERE name = 'x'
