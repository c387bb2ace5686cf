-- Functions of a schema whose names are those of XML methods end in other words.
CREATE VIEW mart.x AS SELECT sales.nodes_of(doc) AS n, sales.get_value(amount) AS v FROM sales.orders
