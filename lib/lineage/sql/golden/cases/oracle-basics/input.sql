INSERT ALL INTO mart.a (id) VALUES (i) INTO mart.b (amount) VALUES (m) SELECT id i, amount m FROM sales.orders;
MERGE INTO mart.b t USING (SELECT id, amount FROM sales.orders) s ON (t.amount = s.id) WHEN MATCHED THEN UPDATE SET t.amount = s.amount;
SELECT id FROM sales.orders CONNECT BY PRIOR id = parent;
SELECT SYSDATE FROM dual;
