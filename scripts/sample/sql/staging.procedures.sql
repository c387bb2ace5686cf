-- Opens a batch for a file that has arrived and gives back its number.
CREATE PROCEDURE staging.open_batch
    @feed varchar(30),
    @file_name nvarchar(260),
    @batch_id int OUTPUT
AS
-- @LINEAGE_OUTPUTS: staging.load_batches
BEGIN
    SET NOCOUNT ON;
    INSERT INTO staging.load_batches (feed, file_name, received_at)
    VALUES (@feed, @file_name, SYSUTCDATETIME());
    SET @batch_id = SCOPE_IDENTITY();
END;
GO
-- Reads the nightly files of one shop. The path is not known before it runs, so the statement is put together here.
CREATE PROCEDURE staging.load_pos_files
    @store_code char(4),
    @day date
AS
-- The database cannot see what dynamic SQL touches; these hints say it.
-- @LINEAGE_OUTPUTS: staging.pos_receipts, staging.pos_receipt_lines
-- @LINEAGE_OUTPUTS: staging.load_errors
BEGIN
    SET NOCOUNT ON;
    DECLARE @batch_id int;
    DECLARE @file nvarchar(260) = CONCAT(N'pos_', @store_code, N'_', CONVERT(char(8), @day, 112));
    DECLARE @target sysname, @sql nvarchar(max);

    EXEC staging.open_batch @feed = 'pos', @file_name = @file, @batch_id = @batch_id OUTPUT;

    DECLARE targets CURSOR LOCAL FAST_FORWARD FOR
        SELECT v.name FROM (VALUES (N'pos_receipts'), (N'pos_receipt_lines')) AS v (name);
    OPEN targets;
    FETCH NEXT FROM targets INTO @target;
    WHILE @@FETCH_STATUS = 0
    BEGIN
        SET @sql = N'BULK INSERT staging.' + QUOTENAME(@target)
            + N' FROM ''/data/pos/' + @file + N'_' + @target + N'.csv'''
            + N' WITH (FIRSTROW = 2, FIELDTERMINATOR = '';'', MAXERRORS = 50, ERRORFILE = ''/data/pos/rejected'');';
        EXEC sys.sp_executesql @sql;
        FETCH NEXT FROM targets INTO @target;
    END;
    CLOSE targets;
    DEALLOCATE targets;
END;
GO
-- Takes what the web shop has put into its outbox since the last run.
CREATE PROCEDURE staging.load_web_orders
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: staging.web_orders, staging.web_order_lines, staging.load_batches
BEGIN
    SET NOCOUNT ON;
    INSERT INTO staging.web_orders
    SELECT @batch_id, o.web_order_id, o.ordered_at, o.email, o.ship_to_name, o.ship_to_street, o.ship_to_city,
           o.ship_to_postcode, o.ship_to_country, o.currency_code, o.paid_amount
    FROM OPENJSON((SELECT BulkColumn FROM OPENROWSET(BULK '/data/web/orders.json', SINGLE_CLOB) AS file_text))
    WITH (
        web_order_id uniqueidentifier, ordered_at datetimeoffset(0), email nvarchar(254),
        ship_to_name nvarchar(120), ship_to_street nvarchar(160), ship_to_city nvarchar(80),
        ship_to_postcode varchar(12), ship_to_country char(2), currency_code char(3), paid_amount decimal(12, 2)
    ) AS o;

    UPDATE staging.load_batches
    SET finished_at = SYSUTCDATETIME(), row_count = @@ROWCOUNT
    WHERE batch_id = @batch_id;
END;
GO
-- Empties the landing tables of a batch that is through. Which tables a feed has is decided when it runs.
CREATE PROCEDURE staging.clear_batch
    @batch_id int
AS
-- @LINEAGE_INPUTS: staging.load_batches
BEGIN
    SET NOCOUNT ON;
    DECLARE @sql nvarchar(max) = N'';

    SELECT @sql = @sql + N'DELETE FROM staging.' + QUOTENAME(t.name) + N' WHERE batch_id = @batch_id;'
    FROM sys.tables AS t
    JOIN sys.columns AS c ON c.object_id = t.object_id AND c.name = N'batch_id'
    WHERE SCHEMA_NAME(t.schema_id) = N'staging' AND t.name NOT IN (N'load_batches', N'load_errors');

    IF EXISTS (SELECT 1 FROM staging.load_batches WHERE batch_id = @batch_id AND finished_at IS NOT NULL)
        EXEC sys.sp_executesql @sql, N'@batch_id int', @batch_id = @batch_id;
END;
GO
