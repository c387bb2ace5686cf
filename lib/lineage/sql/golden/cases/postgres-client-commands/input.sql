\connect shop
SET search_path = shop;
COPY shop.lines (id, note) FROM stdin;
1	it's one; SELECT * FROM shop.none
2	"two
\.
\copy shop.orders (id) from 'orders.csv' csv
\i more.sql
INSERT INTO shop.totals (total) SELECT sum(id) FROM shop.orders;
ALTER TABLE ONLY shop.orders ATTACH PARTITION shop.orders_2024 FOR VALUES IN (2024);
