CREATE VIEW [Sales].[v 1] AS
SELECT d.[ORDER id], d."Unit Price" * 2 AS [x.y], o.A FROM SALES.[order details] AS d, [sales].[O]]x] o
