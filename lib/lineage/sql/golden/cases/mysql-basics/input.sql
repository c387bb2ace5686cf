UPDATE shop.customers c JOIN shop.orders o ON o.customer_id = c.id SET c.total = o.amount WHERE o.id > 1;
REPLACE INTO shop.customers (id, total) SELECT customer_id, SUM(amount) FROM shop.orders GROUP BY customer_id;
INSERT INTO shop.customers (id) SELECT id FROM shop.orders ON DUPLICATE KEY UPDATE total = total + 1;
DELETE c FROM shop.customers c LEFT JOIN shop.orders o ON o.customer_id = c.id WHERE o.id IS NULL;
