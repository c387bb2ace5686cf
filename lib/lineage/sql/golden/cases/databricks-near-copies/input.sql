CREATE TABLE gold.c (clone STRING, copy STRING);
CREATE VIEW gold.v AS SELECT refresh FROM silver.stream WHERE x = 1;
CACHE TABLE silver.a;
ALTER TABLE gold.c ADD COLUMN switch STRING;
SELECT x -> 'a' FROM silver.j;
