CREATE TABLE big AS FROM read_parquet('data/*.parquet') SELECT a, b WHERE c > 1;
CREATE TABLE wide AS PIVOT sales ON year USING sum(amount) GROUP BY region;
PIVOT sales ON year USING sum(amount);
UNPIVOT sales ON jan, feb INTO NAME month VALUE amount;
SELECT list_transform(l, x -> x + y) AS z, list_filter(l, lambda x : x > low) AS f FROM lists;
CREATE TEMP VIEW step AS SELECT id FROM sales;
CREATE TABLE kept AS SELECT id FROM step;
COPY sales TO 'out.csv';
