DELIMITER $$
CREATE PROCEDURE shop.close_day(IN d DATE)
BEGIN
  INSERT INTO shop.daily (total) SELECT SUM(total) FROM shop.orders;
END$$
CREATE TRIGGER shop.tr BEFORE UPDATE ON shop.orders FOR EACH ROW INSERT INTO shop.audit (id) VALUES (OLD.id)$$
DELIMITER ;
LOAD DATA LOCAL INFILE '/tmp/x.csv' INTO TABLE shop.orders FIELDS TERMINATED BY ',';
INSERT INTO shop.t SELECT a.id FROM shop.a STRAIGHT_JOIN shop.b ON a.id = b.id;
SELECT price$$ FROM shop.odd;
