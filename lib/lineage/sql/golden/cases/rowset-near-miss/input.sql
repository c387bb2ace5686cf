-- CONTAINS is a condition, not a source.
CREATE VIEW mart.found AS SELECT name FROM sales.customers WHERE CONTAINS(name, 'x') AND FREETEXT(name, 'y')
