-- ON DELETE CASCADE and a column named delete are no DELETE.
CREATE TABLE mart.child (id int REFERENCES sales.orders (id) ON DELETE CASCADE ON UPDATE SET NULL, [delete] bit)
SELECT [delete], id FROM mart.child
GRANT DELETE, INSERT ON sales.orders TO someone
