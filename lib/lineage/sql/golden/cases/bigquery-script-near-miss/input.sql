-- A statement inside triple quotes is a text.
DECLARE note STRING DEFAULT """DELETE FROM mart.totals WHERE 'a' = "b" """;
INSERT INTO mart.log (id, note) SELECT o.id, note FROM raw.orders AS o;
