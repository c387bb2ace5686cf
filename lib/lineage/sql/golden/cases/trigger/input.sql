CREATE TRIGGER sales.on_order ON sales.orders AFTER INSERT, UPDATE AS
IF UPDATE(amount)
UPDATE t SET t.total = t.total + i.amount
FROM mart.totals t JOIN inserted i ON i.customer_id = t.customer_id
LEFT JOIN deleted d ON d.id = i.id WHERE d.id IS NULL
