CREATE PROCEDURE mart.load_dimensions
AS
-- @LINEAGE_OUTPUTS: mart.dim_customer, mart.dim_product, mart.dim_store
BEGIN
    SET NOCOUNT ON;
    MERGE INTO mart.dim_customer AS target
    USING (
        SELECT v.customer_id, v.full_name, v.tier, a.city, a.country_code, v.first_order_at
        FROM sales.v_customer_orders AS v
        LEFT JOIN sales.customer_addresses AS a ON a.customer_id = v.customer_id AND a.is_default = 1
    ) AS fresh ON fresh.customer_id = target.customer_id
    WHEN MATCHED THEN
        UPDATE SET full_name = fresh.full_name, tier = fresh.tier, city = fresh.city,
                   country_code = fresh.country_code, first_order_at = fresh.first_order_at
    WHEN NOT MATCHED THEN
        INSERT (customer_id, full_name, tier, city, country_code, first_order_at)
        VALUES (fresh.customer_id, fresh.full_name, fresh.tier, fresh.city, fresh.country_code, fresh.first_order_at);

    MERGE INTO mart.dim_product AS target
    USING inventory.v_product_catalogue AS fresh ON fresh.product_id = target.product_id
    WHEN MATCHED THEN
        UPDATE SET title = fresh.title, category = fresh.category, supplier = fresh.supplier
    WHEN NOT MATCHED THEN
        INSERT (product_id, product_code, title, category, supplier)
        VALUES (fresh.product_id, fresh.product_code, fresh.title, fresh.category, fresh.supplier);

    MERGE INTO mart.dim_store AS target
    USING sales.stores AS fresh ON fresh.store_id = target.store_id
    WHEN MATCHED THEN UPDATE SET name = fresh.name, region = fresh.region
    WHEN NOT MATCHED THEN INSERT (store_id, name, region) VALUES (fresh.store_id, fresh.name, fresh.region);
END;
GO
CREATE PROCEDURE mart.load_fact_sales
    @day date
AS
-- @LINEAGE_OUTPUTS: mart.fact_sales
BEGIN
    SET NOCOUNT ON;
    DELETE FROM mart.fact_sales WHERE date_key = CONVERT(int, CONVERT(char(8), @day, 112));

    INSERT INTO mart.fact_sales
        (date_key, customer_key, product_key, store_key, order_id, channel, quantity, net_amount_eur)
    SELECT d.date_key, c.customer_key, p.product_key, s.store_key, t.order_id, t.channel, l.quantity,
           finance.to_euro(sales.line_amount(l.quantity, l.unit_price, l.discount_amount), t.currency_code, @day)
    FROM sales.v_order_totals AS t
    JOIN sales.order_lines AS l ON l.order_id = t.order_id
    JOIN mart.dim_date AS d ON d.calendar_date = CAST(t.ordered_at AS date)
    JOIN mart.dim_product AS p ON p.product_id = l.product_id
    LEFT JOIN mart.dim_customer AS c ON c.customer_id = t.customer_id
    LEFT JOIN mart.dim_store AS s ON s.store_id = t.store_id
    WHERE d.calendar_date = @day;
END;
GO
CREATE PROCEDURE mart.load_fact_stock
    @day date
AS
-- @LINEAGE_OUTPUTS: mart.fact_stock_day
BEGIN
    SET NOCOUNT ON;
    INSERT INTO mart.fact_stock_day (date_key, product_key, warehouse_code, quantity, stock_value)
    SELECT d.date_key, p.product_key, h.warehouse_code, h.quantity, h.stock_value
    FROM inventory.v_stock_on_hand AS h
    JOIN mart.dim_product AS p ON p.product_id = h.product_id
    JOIN mart.dim_date AS d ON d.calendar_date = @day;
END;
GO
-- Cost comes from what suppliers billed; where no bill is there yet, from the price in the catalogue.
CREATE PROCEDURE mart.load_fact_margin
    @day date
AS
-- @LINEAGE_OUTPUTS: mart.fact_margin
BEGIN
    SET NOCOUNT ON;
    WITH billed AS (
        SELECT l.product_id, SUM(l.line_amount) / NULLIF(SUM(l.quantity), 0) AS unit_cost
        FROM finance.supplier_invoice_lines AS l
        GROUP BY l.product_id
    )
    INSERT INTO mart.fact_margin (date_key, product_key, net_amount_eur, cost_eur)
    SELECT f.date_key, f.product_key, SUM(f.net_amount_eur), SUM(f.quantity * COALESCE(b.unit_cost, c.unit_cost, 0))
    FROM mart.fact_sales AS f
    JOIN mart.dim_product AS p ON p.product_key = f.product_key
    JOIN mart.dim_date AS d ON d.date_key = f.date_key
    LEFT JOIN billed AS b ON b.product_id = p.product_id
    LEFT JOIN inventory.v_product_catalogue AS c ON c.product_id = p.product_id
    WHERE d.calendar_date = @day
    GROUP BY f.date_key, f.product_key;
END;
GO
-- What runs every night, in order.
CREATE PROCEDURE mart.refresh_all
    @day date
AS
BEGIN
    SET NOCOUNT ON;
    EXEC mart.load_dimensions;
    EXEC mart.load_fact_sales @day = @day;
    EXEC mart.load_fact_stock @day = @day;
    EXEC mart.load_fact_margin @day = @day;
    EXEC finance.post_sales_to_ledger @day = @day;
END;
GO
