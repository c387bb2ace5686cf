CREATE TABLE mart.agg DISTKEY(id) SORTKEY(id) AS SELECT id, SUM(amount) AS total FROM raw.orders GROUP BY id;
DELETE FROM mart.totals USING raw.orders o WHERE o.id = mart.totals.id;
INSERT INTO mart.totals SELECT * FROM mart.agg;
