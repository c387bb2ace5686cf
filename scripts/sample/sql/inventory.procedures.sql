CREATE PROCEDURE inventory.merge_suppliers
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: inventory.suppliers
BEGIN
    SET NOCOUNT ON;
    MERGE INTO inventory.suppliers AS target
    USING (
        SELECT f.supplier_code, staging.clean_text(f.name) AS name, f.country_code,
               TRY_CAST(f.lead_time_days AS smallint) AS lead_time_days, f.currency_code
        FROM staging.supplier_feed AS f
        WHERE f.batch_id = @batch_id
    ) AS feed ON feed.supplier_code = target.supplier_code
    WHEN MATCHED THEN
        UPDATE SET name = feed.name, country_code = feed.country_code,
                   lead_time_days = ISNULL(feed.lead_time_days, target.lead_time_days),
                   currency_code = feed.currency_code
    WHEN NOT MATCHED THEN
        INSERT (supplier_code, name, country_code, lead_time_days, currency_code)
        VALUES (feed.supplier_code, feed.name, feed.country_code, feed.lead_time_days, feed.currency_code);
END;
GO
CREATE PROCEDURE inventory.merge_products
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: inventory.products
BEGIN
    SET NOCOUNT ON;
    MERGE INTO inventory.products AS target
    USING (
        SELECT f.product_code, f.barcode, staging.clean_text(f.title) AS title, c.category_id, s.supplier_id,
               staging.parse_amount(f.list_price) AS list_price,
               CASE f.is_discontinued WHEN 'Y' THEN 1 ELSE 0 END AS is_discontinued
        FROM staging.product_feed AS f
        JOIN inventory.suppliers AS s ON s.supplier_code = f.supplier_code
        JOIN inventory.product_categories AS c ON f.category_path LIKE N'%/' + c.name
        WHERE f.batch_id = @batch_id
    ) AS feed ON feed.product_code = target.product_code
    WHEN MATCHED THEN
        UPDATE SET barcode = feed.barcode, title = feed.title, category_id = feed.category_id,
                   list_price = feed.list_price, is_discontinued = feed.is_discontinued
    WHEN NOT MATCHED THEN
        INSERT (product_code, barcode, title, category_id, supplier_id, list_price, minimum_stock, is_discontinued)
        VALUES (feed.product_code, feed.barcode, feed.title, feed.category_id, feed.supplier_id, feed.list_price, 0,
                feed.is_discontinued);
END;
GO
-- Books a movement and keeps the level in step with it.
CREATE PROCEDURE inventory.move_stock
    @product_id int,
    @quantity decimal(12, 3),
    @reason varchar(20),
    @warehouse_id smallint = 1
AS
-- @LINEAGE_OUTPUTS: inventory.stock_movements, inventory.stock_levels
BEGIN
    SET NOCOUNT ON;
    INSERT INTO inventory.stock_movements (warehouse_id, product_id, moved_at, quantity, reason)
    VALUES (@warehouse_id, @product_id, SYSUTCDATETIME(), @quantity, @reason);

    UPDATE inventory.stock_levels
    SET quantity = quantity + @quantity, updated_at = SYSUTCDATETIME()
    WHERE warehouse_id = @warehouse_id AND product_id = @product_id;
END;
GO
-- The difference between what was counted and what the books say becomes a movement.
CREATE PROCEDURE inventory.post_stock_count
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: inventory.stock_movements
BEGIN
    SET NOCOUNT ON;
    INSERT INTO inventory.stock_movements (warehouse_id, product_id, moved_at, quantity, reason)
    SELECT w.warehouse_id, p.product_id, c.counted_on, c.counted_quantity - h.quantity, 'count'
    FROM staging.stock_counts AS c
    JOIN inventory.warehouses AS w ON w.warehouse_code = c.warehouse_code
    JOIN inventory.products AS p ON p.product_code = c.product_code
    JOIN inventory.v_stock_on_hand AS h ON h.product_id = p.product_id AND h.warehouse_code = c.warehouse_code
    WHERE c.batch_id = @batch_id AND c.counted_quantity <> h.quantity;
END;
GO
CREATE PROCEDURE inventory.propose_purchase_orders
AS
-- @LINEAGE_OUTPUTS: inventory.purchase_orders, inventory.purchase_order_lines
BEGIN
    SET NOCOUNT ON;
    DECLARE @new_orders TABLE (purchase_order_id int, supplier_id int);

    INSERT INTO inventory.purchase_orders (purchase_order_number, supplier_id, ordered_on, expected_on, status)
    OUTPUT inserted.purchase_order_id, inserted.supplier_id INTO @new_orders
    SELECT CONCAT('PO-', FORMAT(SYSUTCDATETIME(), 'yyyyMMdd'), '-', s.supplier_code), s.supplier_id,
           CAST(SYSUTCDATETIME() AS date), DATEADD(day, s.lead_time_days, CAST(SYSUTCDATETIME() AS date)), 'proposed'
    FROM inventory.suppliers AS s
    WHERE EXISTS (SELECT 1 FROM inventory.v_reorder_candidates AS r WHERE r.supplier_id = s.supplier_id);

    INSERT INTO inventory.purchase_order_lines
        (purchase_order_id, line_number, product_id, quantity, received_quantity, unit_cost)
    SELECT n.purchase_order_id, ROW_NUMBER() OVER (PARTITION BY n.purchase_order_id ORDER BY r.product_code),
           r.product_id, r.minimum_stock - r.available, 0, 0
    FROM inventory.v_reorder_candidates AS r
    JOIN @new_orders AS n ON n.supplier_id = r.supplier_id;
END;
GO
