CREATE OR REPLACE TABLE `p.d.lines` AS
SELECT o.id, i.sku, x FROM `p.d.orders` AS o, UNNEST(o.items) AS i, o.items AS x;
INSERT INTO p.d.totals (id, total) SELECT * EXCEPT (items) REPLACE (amount * 2 AS amount) FROM p.d.orders;
