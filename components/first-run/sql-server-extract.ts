/**
 * The T-SQL script that people run in their database. Its five results have the columns of the five extract files, in
 * the order of `lib/formats/extract/extract-files.ts`.
 */
export const SQL_SERVER_EXTRACT = `-- Headwater: metadata extract of one SQL Server database (2016 or later, and Azure SQL).
-- Needs VIEW DEFINITION on the database; result 5 also needs VIEW DATABASE STATE.
-- Run it in the database, save each result as CSV with column headers or as Parquet, and drop the files into Headwater.
-- Results 1, 2 and 3 are needed, 4 and 5 are optional. The names of the files do not matter.

-- 1 objects
SELECT o.object_id,
       s.name AS schema_name,
       o.name AS object_name,
       RTRIM(o.type_desc) AS object_type
FROM sys.objects AS o
JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE o.is_ms_shipped = 0
  AND o.type IN ('U', 'V', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'TR', 'SN', 'ET')
ORDER BY s.name, o.name;

-- 2 definitions
SELECT m.object_id,
       m.definition
FROM sys.sql_modules AS m
JOIN sys.objects AS o ON o.object_id = m.object_id
WHERE o.is_ms_shipped = 0
ORDER BY m.object_id;

-- 3 dependencies
SELECT DISTINCT
       d.referencing_id AS referencing_object_id,
       d.referenced_id AS referenced_object_id,
       COALESCE(OBJECT_SCHEMA_NAME(d.referenced_id), NULLIF(d.referenced_schema_name, N'')) AS referenced_schema_name,
       COALESCE(OBJECT_NAME(d.referenced_id), d.referenced_entity_name) AS referenced_entity_name
FROM sys.sql_expression_dependencies AS d
JOIN sys.objects AS o ON o.object_id = d.referencing_id
WHERE d.referencing_class = 1
  AND d.referenced_class = 1
  AND d.referenced_server_name IS NULL
  AND (d.referenced_database_name IS NULL OR d.referenced_database_name = DB_NAME())
  AND d.referencing_id <> ISNULL(d.referenced_id, 0)
  AND o.is_ms_shipped = 0
ORDER BY referencing_object_id;

-- 4 table_columns
SELECT c.object_id,
       s.name AS schema_name,
       o.name AS table_name,
       c.name AS column_name,
       t.name
         + CASE
             WHEN t.name IN (N'varchar', N'char', N'varbinary', N'binary')
               THEN N'(' + IIF(c.max_length = -1, N'max', CONVERT(nvarchar(10), c.max_length)) + N')'
             WHEN t.name IN (N'nvarchar', N'nchar')
               THEN N'(' + IIF(c.max_length = -1, N'max', CONVERT(nvarchar(10), c.max_length / 2)) + N')'
             WHEN t.name IN (N'decimal', N'numeric')
               THEN N'(' + CONVERT(nvarchar(10), c.precision) + N',' + CONVERT(nvarchar(10), c.scale) + N')'
             WHEN t.name IN (N'datetime2', N'datetimeoffset', N'time')
               THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'
             ELSE N''
           END AS data_type,
       c.column_id AS ordinal_position,
       c.is_nullable
FROM sys.columns AS c
JOIN sys.objects AS o ON o.object_id = c.object_id
JOIN sys.schemas AS s ON s.schema_id = o.schema_id
JOIN sys.types AS t ON t.user_type_id = c.user_type_id
WHERE o.is_ms_shipped = 0
  AND o.type IN ('U', 'V', 'IF', 'TF', 'FT', 'ET')
ORDER BY c.object_id, c.column_id;

-- 5 query_logs: the statements of the Query Store, when it is on
SELECT q.query_sql_text AS command_text
FROM sys.query_store_query_text AS q
ORDER BY q.query_text_id;
`;
