-- Concatenation, an OR of bits and a comparison, a step that is not known.
SELECT d.a || d.b AS ab, (e.k | e.v) > 3 AS big FROM raw.dims AS d, raw.events AS e WHERE e.k |2 > 1;
FROM raw.events |> CALL mart.table_function() |> SELECT id;
