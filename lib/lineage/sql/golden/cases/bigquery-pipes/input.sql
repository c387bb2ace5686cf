CREATE VIEW mart.first AS FROM raw.events |> WHERE k > 1 |> SELECT id, v * 2 AS w;
CREATE VIEW mart.sums AS
FROM raw.events AS e
|> JOIN raw.dims AS d ON d.id = e.id -- both keep their names
|> WHERE d.a = 'x'
|> AGGREGATE SUM(e.v) AS total, COUNT(*) AS n GROUP BY d.name
|> WHERE total > 1
|> ORDER BY total DESC |> LIMIT 5;
CREATE VIEW mart.shaped AS FROM raw.events |> EXTEND v + 1 AS more |> SET v = k |> DROP k |> RENAME id AS event;
INSERT INTO mart.a (id, v) SELECT id, k FROM raw.events |> AS x |> WHERE x.k > 3 |> DISTINCT |> SELECT x.id, x.k;
CREATE VIEW mart.both AS FROM raw.events |> SELECT id |> UNION ALL (SELECT id FROM raw.dims), (SELECT id FROM mart.a);
