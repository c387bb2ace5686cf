-- Tables are changed, their rows are not; a type is no table.
ALTER TABLE sales.orders ADD switch int
ALTER TABLE sales.orders DROP COLUMN switch
ALTER PARTITION FUNCTION by_year() SPLIT RANGE (2020)
CREATE TYPE sales.order_list AS TABLE (id int PRIMARY KEY, amount money NULL DEFAULT 0)
