import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../dialect';
import { readDefinition } from '../read-definition';

function told(text: string, dialect: SqlDialect): string[] {
  const object = { database: null, schema: null, name: 's', type: 'script' as const, origin: 's', offset: 0 };
  return readDefinition({ ...object, dialect, text })
    .diagnostics.filter(({ code }) => code === 'statement-not-read')
    .map(({ range }) => text.slice(range.start, range.end));
}

/** One statement a line. */
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** They name tables or views, and nothing of it is read. */
const UNKNOWN: Readonly<Record<SqlDialect, string>> = {
  tsql: `
    RECEIVE TOP (1) message_body FROM dbo.orders_queue INTO @messages
    WAITFOR (RECEIVE message_body FROM dbo.orders_queue)
    WRITETEXT dbo.notes.body @pointer 'text'
    UPDATETEXT dbo.notes.body @pointer 0 NULL dbo.drafts.body @other
    READTEXT dbo.notes.body @pointer 0 10
    SEND ON CONVERSATION @dialog MESSAGE TYPE orders (@body)
  `,
  postgres: `
    CREATE RULE keep AS ON INSERT TO shop.orders DO ALSO INSERT INTO shop.log SELECT 1
    IMPORT FOREIGN SCHEMA far FROM SERVER s INTO near
    EXPLAIN ANALYZE DELETE FROM shop.orders
    SYNCHRONIZE shop.orders WITH shop.copies
    ALTER VIEW shop.v SELECT 1
  `,
  redshift: `
    ALTER TABLE shop.orders SWAP WITH shop.copies
    IMPORT shop.orders FROM far
  `,
  snowflake: `
    ALTER TABLE shop.orders SWAP WITH shop.orders_new
    PUT file:///tmp/orders.csv @shop.stage
    GET @shop.stage file:///tmp
    CREATE ALERT a SCHEDULE = '1 minute' IF (EXISTS (SELECT 1 FROM shop.orders)) THEN INSERT INTO shop.log VALUES (1)
    ALTER TASK t MODIFY AS INSERT INTO shop.log SELECT id FROM shop.orders
  `,
  bigquery: `
    EXPORT MODEL shop.forecast OPTIONS (uri = 'gs://bucket/model')
    IMPORT shop.orders FROM far
  `,
  databricks: `
    SYNC SCHEMA main.shop FROM hive_metastore.shop
    CONVERT TO DELTA shop.orders
    ALTER TABLE shop.orders ADD PARTITION (day = '2024-01-01') LOCATION 's3://bucket/day'
    ALTER TABLE shop.orders EXCHANGE PARTITION (day = 1) WITH TABLE shop.copies
  `,
  duckdb: `
    EXPORT DATABASE 'folder'
    IMPORT DATABASE 'folder'
  `,
  mysql: `
    CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO INSERT INTO shop.log SELECT id FROM shop.orders
    ALTER TABLE shop.orders EXCHANGE PARTITION p1 WITH TABLE shop.copies
    HANDLER shop.orders READ FIRST
    IMPORT TABLE FROM '/tmp/orders.sdi'
  `,
  oracle: `
    ALTER TABLE shop.orders EXCHANGE PARTITION p1 WITH TABLE shop.copies
    SYNCHRONIZE shop.orders WITH shop.copies
  `,
};

/** They name tables too, and move no data from one object to another. */
const IDLE: Readonly<Record<SqlDialect, string>> = {
  tsql: `
    SET IDENTITY_INSERT dbo.orders ON
    SET NOCOUNT ON
    SET @a = 1
    DECLARE @a int
    PRINT 'orders'
    GRANT SELECT ON dbo.orders TO reader
    DENY DELETE ON OBJECT::dbo.orders TO reader
    REVOKE INSERT ON dbo.orders FROM reader
    USE shop
    BEGIN TRANSACTION
    COMMIT
    ROLLBACK TRANSACTION
    SAVE TRANSACTION t
    CREATE UNIQUE CLUSTERED INDEX i ON dbo.orders (id)
    CREATE NONCLUSTERED COLUMNSTORE INDEX i ON dbo.orders (id)
    CREATE PRIMARY XML INDEX i ON dbo.orders (doc)
    CREATE STATISTICS s ON dbo.orders (id)
    UPDATE STATISTICS dbo.orders
    ALTER TABLE dbo.orders ADD switch int
    ALTER TABLE dbo.orders WITH CHECK ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES dbo.users (id)
    ALTER INDEX ALL ON dbo.orders REBUILD
    ALTER DATABASE shop SET RECOVERY SIMPLE
    DROP TABLE dbo.orders
    DROP TRIGGER dbo.t
    ENABLE TRIGGER dbo.t ON dbo.orders
    DISABLE TRIGGER ALL ON DATABASE
    DBCC CHECKIDENT ('dbo.orders', RESEED, 0)
    BACKUP DATABASE shop TO DISK = 'shop.bak'
    RAISERROR ('no orders', 16, 1)
    THROW
    WAITFOR DELAY '00:00:01'
    CHECKPOINT
    EXECUTE AS USER = 'reader'
    REVERT
    KILL 53
    CREATE SCHEMA shop AUTHORIZATION dbo
    CREATE TYPE dbo.ids AS TABLE (id int)
    CREATE SEQUENCE dbo.s START WITH 1
    CREATE LOGIN l WITH PASSWORD = 'x'
    CREATE SECURITY POLICY p ADD FILTER PREDICATE dbo.f(id) ON dbo.orders
    CREATE PARTITION FUNCTION pf (int) AS RANGE LEFT FOR VALUES (1)
    CREATE FULLTEXT INDEX ON dbo.orders (body) KEY INDEX pk
    CREATE EXTERNAL DATA SOURCE lake WITH (LOCATION = 'abfss://x')
    OPEN c
    CLOSE c
    DEALLOCATE c
    FETCH NEXT FROM c INTO @a
    WHILE @a < 3 BREAK
    IF OBJECT_ID('dbo.orders') IS NOT NULL PRINT 'there'
    ADD SENSITIVITY CLASSIFICATION TO dbo.orders.body WITH (LABEL = 'x')
    RECONFIGURE
    EXEC sp_rename 'dbo.orders', 'old_orders'
  `,
  postgres: `
    BEGIN ISOLATION LEVEL SERIALIZABLE
    LOCK TABLE shop.orders IN SHARE MODE
    VACUUM ANALYZE shop.orders
    ANALYZE shop.orders
    REFRESH MATERIALIZED VIEW shop.totals
    REINDEX TABLE shop.orders
    CLUSTER shop.orders USING i
    COMMENT ON TABLE shop.orders IS 'orders'
    GRANT SELECT ON ALL TABLES IN SCHEMA shop TO reader
    CREATE INDEX CONCURRENTLY i ON shop.orders (id) WHERE id > 1
    CREATE POLICY p ON shop.orders USING (owner IN (SELECT id FROM shop.users))
    ALTER POLICY p ON shop.orders USING (owner IN (SELECT id FROM shop.users))
    CREATE PUBLICATION p FOR TABLE shop.orders
    CREATE EXTENSION hstore
    CREATE TYPE mood AS ENUM ('good')
    ALTER TABLE ONLY shop.orders ADD CONSTRAINT pk PRIMARY KEY (id)
    ALTER TABLE shop.orders OWNER TO shop
    ALTER VIEW shop.v RENAME TO w
    ALTER SEQUENCE shop.s OWNED BY shop.orders.id
    SET search_path = shop
    RESET ALL
    SHOW search_path
    EXPLAIN DELETE FROM shop.orders
    EXPLAIN ANALYZE SELECT 1 FROM shop.orders
    LISTEN orders
    DISCARD ALL
    SECURITY LABEL ON TABLE shop.orders IS 'x'
    PREPARE p AS INSERT INTO shop.orders VALUES (1)
    DROP VIEW shop.v
  `,
  redshift: `
    VACUUM DELETE ONLY shop.orders
    ANALYZE COMPRESSION shop.orders
    GRANT USAGE ON SCHEMA shop TO reader
    CREATE EXTERNAL SCHEMA spectrum FROM DATA CATALOG DATABASE 'd' IAM_ROLE 'r'
    ALTER TABLE shop.orders ALTER SORTKEY (id)
    SET enable_result_cache_for_session TO off
    CANCEL 123
  `,
  snowflake: `
    USE WAREHOUSE w
    SHOW TABLES IN shop
    DESC TABLE shop.orders
    LIST @shop.stage
    REMOVE @shop.stage
    UNDROP TABLE shop.orders
    CREATE OR REPLACE STAGE shop.stage URL = 's3://bucket'
    CREATE FILE FORMAT f TYPE = CSV
    CREATE WAREHOUSE w
    CREATE MASKING POLICY p AS (v string) RETURNS string -> v
    CREATE ROW ACCESS POLICY p AS (v string) RETURNS boolean -> EXISTS (SELECT 1 FROM shop.users)
    ALTER TABLE shop.orders CLUSTER BY (id)
    ALTER TASK t RESUME
    ALTER SESSION SET TIMEZONE = 'UTC'
    UNSET a
    SET a = 1
    COMMENT ON TABLE shop.orders IS 'x'
    EXECUTE TASK t
  `,
  bigquery: `
    DECLARE a INT64
    DECLARE b DATE DEFAULT CURRENT_DATE()
    ASSERT (SELECT count(*) FROM shop.orders) > 0 AS 'no orders'
    CREATE SCHEMA shop
    CREATE SEARCH INDEX i ON shop.orders (ALL COLUMNS)
    CREATE ROW ACCESS POLICY p ON shop.orders GRANT TO ('all') FILTER USING (a = 1)
    ALTER TABLE shop.orders SET OPTIONS (description = 'x')
    DROP SNAPSHOT TABLE shop.orders
    SET @@query_label = 'x'
    RAISE USING MESSAGE = 'x'
  `,
  databricks: `
    USE CATALOG main
    OPTIMIZE shop.orders ZORDER BY (id)
    VACUUM shop.orders RETAIN 168 HOURS
    ANALYZE TABLE shop.orders COMPUTE STATISTICS
    MSCK REPAIR TABLE shop.orders
    REFRESH TABLE shop.orders
    DESCRIBE HISTORY shop.orders
    SHOW PARTITIONS shop.orders
    CACHE TABLE shop.orders
    UNCACHE TABLE shop.orders
    RESTORE TABLE shop.orders TO VERSION AS OF 3
    CREATE WIDGET TEXT day DEFAULT 'x'
    CREATE VOLUME main.shop.files
    ALTER TABLE shop.orders ADD COLUMN location STRING
    ALTER TABLE shop.orders SET TBLPROPERTIES ('a' = 'b')
    GRANT SELECT ON TABLE shop.orders TO reader
    SET spark.sql.shuffle.partitions = 10
    ADD JAR 's3://bucket/x.jar'
  `,
  duckdb: `
    ATTACH 'shop.db' AS shop
    INSTALL httpfs
    LOAD httpfs
    PRAGMA table_info('orders')
    SUMMARIZE shop.orders
    DESCRIBE shop.orders
    CREATE SECRET s (TYPE s3)
    CHECKPOINT
    CREATE SEQUENCE s
    USE shop
  `,
  mysql: `
    LOCK TABLES shop.orders WRITE
    UNLOCK TABLES
    OPTIMIZE TABLE shop.orders
    CHECK TABLE shop.orders
    RENAME TABLE shop.orders TO shop.old_orders
    FLUSH TABLES
    HANDLER shop.orders OPEN
    SHOW CREATE TABLE shop.orders
    SET @a = 1
    DO SLEEP(5)
    ALTER TABLE shop.orders ADD INDEX i (id)
    CREATE FULLTEXT INDEX i ON shop.orders (body)
    START TRANSACTION
    GRANT ALL ON shop.* TO reader
  `,
  oracle: `
    ALTER SESSION SET CURRENT_SCHEMA = shop
    COMMENT ON COLUMN shop.orders.id IS 'x'
    CREATE BITMAP INDEX i ON shop.orders (id)
    CREATE MATERIALIZED VIEW LOG ON shop.orders
    CREATE OR REPLACE PUBLIC SYNONYM orders FOR shop.orders
    CREATE DATABASE LINK far CONNECT TO u IDENTIFIED BY p USING 'far'
    LOCK TABLE shop.orders IN EXCLUSIVE MODE
    FLASHBACK TABLE shop.orders TO BEFORE DROP
    PURGE TABLE shop.orders
    ALTER TABLE shop.orders MOVE TABLESPACE t
    EXPLAIN PLAN FOR SELECT 1 FROM shop.orders
    WHENEVER SQLERROR EXIT
    AUDIT SELECT ON shop.orders
    BEGIN shop.run; END
    BEGIN shop.run(1); NULL; END
    DECLARE a NUMBER; b shop.orders%ROWTYPE; BEGIN b.id := 1; a := 2; END
  `,
};

describe.each(Object.entries(UNKNOWN))('%s: what nothing is known of is told', (dialect, text) => {
  test.each(lines(text))('%s', (sql) => expect(told(sql, dialect as SqlDialect)).toEqual([sql]));
});

describe.each(Object.entries(IDLE))('%s: what moves no data is passed over', (dialect, text) => {
  test.each(lines(text))('%s', (sql) => expect(told(sql, dialect as SqlDialect)).toEqual([]));
});

test('between other statements, the place is its own', () => {
  const text = 'SELECT 1;\nEXCHANGE a WITH b;\nSELECT 2;';
  expect(told(text, 'postgres')).toEqual(['EXCHANGE a WITH b']);
});
