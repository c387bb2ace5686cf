-- One query that begins with FROM; an INSERT that has its own; two statements.
FROM raw.events SELECT id WHERE k = 1;
INSERT INTO mart.a SELECT id, v FROM raw.events;
SELECT id FROM raw.dims; INSERT INTO mart.b SELECT id, v FROM raw.events;
