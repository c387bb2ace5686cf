CREATE OR REPLACE TABLE a.b.kept CLONE a.b.src AT (OFFSET => -60);
CREATE OR REPLACE STREAM raw.p.changes ON TABLE raw.p.orders APPEND_ONLY = TRUE;
INSERT INTO a.b.fact SELECT id FROM raw.p.changes WHERE METADATA$ACTION = 'INSERT';
COPY INTO raw.p.orders FROM @raw.p.landing/orders/ FILE_FORMAT = (TYPE = JSON);
CREATE TABLE a.b.steps AS
SELECT id, began FROM a.b.clicks MATCH_RECOGNIZE (PARTITION BY id ORDER BY ts MEASURES FIRST(ts) AS began PATTERN (x+) DEFINE x AS amount > 1);
CREATE TABLE a.b.plain (id INT) COPY GRANTS;
CREATE TEMPORARY TABLE step (id INT);
INSERT INTO step SELECT id FROM raw.p.orders;
INSERT INTO a.b.fact SELECT id FROM step;
