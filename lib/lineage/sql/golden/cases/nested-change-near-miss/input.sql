-- What OUTPUT gives goes to the caller, and a source that is called deleted is a plain one: the log is not written by the DELETE.
CREATE PROCEDURE mart.not_nested AS
DELETE FROM sales.orders OUTPUT deleted.id WHERE tax = 0
INSERT INTO mart.log (n) SELECT deleted.id FROM (SELECT id FROM sales.orders) AS deleted
