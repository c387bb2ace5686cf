CREATE OR REPLACE TABLE mart.flat AS
SELECT o.id, o.doc:a.b::string AS b, f.value AS item, o.amount AS m, m + 1 AS n
FROM raw.orders o, LATERAL FLATTEN(input => o.doc) f
QUALIFY ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY o.amount) = 1;
MERGE INTO mart.totals t USING raw.orders s ON t.id = s.id
WHEN MATCHED THEN UPDATE SET t.total = s.amount WHEN NOT MATCHED THEN INSERT (id, total) VALUES (s.id, s.amount);
INSERT OVERWRITE INTO mart.totals SELECT id, amount FROM raw.orders;
