INSERT OVERWRITE TABLE mart.totals SELECT id, c FROM raw.orders LATERAL VIEW explode(arr) v AS c;
MERGE INTO mart.totals AS t USING raw.orders AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *;
CREATE OR REPLACE TEMP VIEW tv AS SELECT id FROM raw.orders;
CREATE TABLE mart.copy AS SELECT id FROM tv;
SELECT a FROM parquet.`/data/x`;
