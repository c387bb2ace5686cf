-- One FROM for several INSERTs, each with its own conditions.
FROM raw.events AS e JOIN raw.dims AS d ON d.id = e.id
INSERT OVERWRITE TABLE mart.a PARTITION (day = 'x') SELECT e.id, e.v WHERE e.k = 1
INSERT INTO TABLE mart.b (id, total) SELECT d.id, SUM(e.v) GROUP BY d.id HAVING SUM(e.v) > 0;
FROM (SELECT id, k FROM raw.events WHERE v > 1) AS q INSERT INTO mart.a SELECT q.id, q.k ORDER BY q.k LIMIT 5;
