-- DDL is neither read nor write.
CREATE TABLE mart.plain (id int PRIMARY KEY, total AS (id * 2), r int REFERENCES sales.regions (id))
CREATE INDEX ix ON mart.plain (r) INCLUDE (id)
ALTER TABLE mart.plain ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES sales.orders (id)
DROP TABLE IF EXISTS mart.plain
TRUNCATE TABLE mart.log
