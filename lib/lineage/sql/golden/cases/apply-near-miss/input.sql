-- Methods of columns and built-in functions are no calls.
CREATE VIEW mart.v AS SELECT o.doc.ToString() AS t, UPPER(c.name) AS n, o.doc.value('(/a)[1]', 'int') AS x
FROM sales.orders o, sales.customers c
