-- Words that mean something else elsewhere; a MERGE that says what it does.
SELECT d.name AS remove, d.a AS duplicates FROM raw.dims AS d;
MERGE INTO mart.a USING raw.events AS s ON mart.a.id = s.id WHEN MATCHED THEN UPDATE SET v = s.k WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);
