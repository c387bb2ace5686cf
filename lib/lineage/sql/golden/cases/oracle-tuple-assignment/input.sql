UPDATE dw.dim d SET (d.name, d.region) = (SELECT s.name, UPPER(s.region) FROM stg.customer s WHERE s.id = d.id), d.seen = 1;
UPDATE dw.dim SET (a, b) = (SELECT * FROM stg.pair);
UPDATE dw.dim SET a = (b), c = (SELECT MAX(x) FROM stg.one);
