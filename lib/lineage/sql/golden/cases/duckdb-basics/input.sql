CREATE TABLE copy AS FROM orders SELECT id, amount * 2 AS twice;
INSERT INTO copy BY NAME SELECT amount AS twice, id FROM orders;
SELECT a FROM 'in/x.parquet';
