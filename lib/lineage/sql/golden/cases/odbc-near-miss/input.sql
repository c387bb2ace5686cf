-- A column named current, braces in a text, a table named oj.
SELECT o.id FROM sales.orders AS o WHERE o.status = '{oj mart.log}' AND o.id = (SELECT MAX([current]) FROM sales.oj)
