CREATE VIEW mart.deep AS
SELECT ((((((((((((((((((((((((((((((((((((amount + tax)))))))))))))))))))))))))))))))))))) AS x FROM sales.orders
