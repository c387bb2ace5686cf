CREATE TRIGGER app.t1 BEFORE INSERT ON app.orders FOR EACH ROW BEGIN INSERT app.log (oid, amt) VALUES (NEW.id, NEW.amount); SET NEW.total = NEW.amount * 2; END;
