CREATE VIEW mart.v AS SELECT id FROM mart.orders
