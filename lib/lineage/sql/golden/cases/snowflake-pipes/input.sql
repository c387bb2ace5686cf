CREATE PIPE raw.load AUTO_INGEST = TRUE AS COPY INTO raw.orders FROM @raw.stage;
PUT file:///tmp/orders.csv @raw.stage;
INSERT INTO shop.orders (id) SELECT id FROM raw.orders;
ALTER TABLE shop.orders SWAP WITH shop.orders_new;
