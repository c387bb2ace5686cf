CREATE TABLE dbo.Copy AS CLONE OF dbo.Sales;
CREATE TABLE dbo.Clone (Id int, Copy int);
