CREATE PROCEDURE sales.merge_customers
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: sales.customers
BEGIN
    SET NOCOUNT ON;
    MERGE INTO sales.customers AS target
    USING (
        SELECT LOWER(staging.clean_text(f.email)) AS email, staging.clean_text(f.full_name) AS full_name,
               MAX(f.phone) AS phone, MAX(f.accepts_mail) AS accepts_mail, MIN(f.registered_on) AS registered_on
        FROM staging.customer_feed AS f
        WHERE f.batch_id = @batch_id AND f.email LIKE '%_@_%'
        GROUP BY LOWER(staging.clean_text(f.email)), staging.clean_text(f.full_name)
    ) AS feed ON feed.email = target.email
    WHEN MATCHED THEN
        UPDATE SET full_name = feed.full_name, phone = ISNULL(feed.phone, target.phone),
                   accepts_mail = CASE feed.accepts_mail WHEN 'Y' THEN 1 ELSE 0 END
    WHEN NOT MATCHED THEN
        INSERT (email, full_name, phone, accepts_mail, registered_on)
        VALUES (feed.email, feed.full_name, feed.phone, CASE feed.accepts_mail WHEN 'Y' THEN 1 ELSE 0 END,
                ISNULL(feed.registered_on, CAST(SYSUTCDATETIME() AS date)));
END;
GO
-- Receipts of the tills become orders of channel POS.
CREATE PROCEDURE sales.merge_pos_orders
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: sales.orders, sales.order_lines, sales.payments
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;
    DECLARE @new_orders TABLE (order_id bigint, source_number varchar(40));
    BEGIN TRANSACTION;

    INSERT INTO sales.orders (channel, source_number, customer_id, store_id, ordered_at, currency_code, status)
    OUTPUT inserted.order_id, inserted.source_number INTO @new_orders
    SELECT 'POS', CONCAT(r.store_code, '-', r.receipt_number), a.customer_id, s.store_id, r.sold_at, 'EUR', 'complete'
    FROM staging.pos_receipts AS r
    JOIN sales.stores AS s ON s.store_code = r.store_code
    LEFT JOIN sales.loyalty_accounts AS a ON a.loyalty_card = r.loyalty_card
    WHERE r.batch_id = @batch_id;

    INSERT INTO sales.order_lines (order_id, line_number, product_id, quantity, unit_price, promotion_id, discount_amount)
    SELECT n.order_id, l.line_number, p.product_id, l.quantity, staging.parse_amount(l.unit_price), d.promotion_id, 0
    FROM staging.pos_receipt_lines AS l
    JOIN inventory.products AS p ON p.barcode = l.barcode
    LEFT JOIN sales.promotions AS d ON d.promotion_code = l.promotion_code
    JOIN @new_orders AS n ON n.source_number = CONCAT(l.store_code, '-', l.receipt_number)
    WHERE l.batch_id = @batch_id;

    INSERT INTO sales.payments (order_id, payment_type, paid_at, amount)
    SELECT n.order_id, r.payment_type, r.sold_at, staging.parse_amount(r.amount_paid)
    FROM staging.pos_receipts AS r
    JOIN @new_orders AS n ON n.source_number = CONCAT(r.store_code, '-', r.receipt_number)
    WHERE r.batch_id = @batch_id;

    COMMIT TRANSACTION;
END;
GO
-- Orders of the web shop, with the address they go to.
CREATE PROCEDURE sales.merge_web_orders
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: sales.orders, sales.order_lines, sales.payments, sales.customer_addresses
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;
    DECLARE @new_orders TABLE (order_id bigint, source_number varchar(40));
    BEGIN TRANSACTION;

    INSERT INTO sales.customer_addresses (customer_id, street, city, postcode, country_code, is_default)
    SELECT DISTINCT c.customer_id, w.ship_to_street, w.ship_to_city, w.ship_to_postcode, w.ship_to_country, 0
    FROM staging.web_orders AS w
    JOIN sales.customers AS c ON c.email = LOWER(w.email)
    WHERE w.batch_id = @batch_id;

    INSERT INTO sales.orders (channel, source_number, customer_id, ordered_at, currency_code, status)
    OUTPUT inserted.order_id, inserted.source_number INTO @new_orders
    SELECT 'WEB', CONVERT(varchar(36), w.web_order_id), c.customer_id,
           CAST(SWITCHOFFSET(w.ordered_at, '+00:00') AS datetime2(0)), w.currency_code, 'paid'
    FROM staging.web_orders AS w
    JOIN sales.customers AS c ON c.email = LOWER(w.email)
    WHERE w.batch_id = @batch_id;

    INSERT INTO sales.order_lines (order_id, line_number, product_id, quantity, unit_price, promotion_id, discount_amount)
    SELECT n.order_id, l.line_number, p.product_id, l.quantity, l.unit_price, d.promotion_id, 0
    FROM staging.web_order_lines AS l
    JOIN inventory.products AS p ON p.product_code = l.product_code
    LEFT JOIN sales.promotions AS d ON d.promotion_code = l.promotion_code
    JOIN @new_orders AS n ON n.source_number = CONVERT(varchar(36), l.web_order_id)
    WHERE l.batch_id = @batch_id;

    COMMIT TRANSACTION;
END;
GO
-- Gives back what was bought; the stock comes back with it.
CREATE PROCEDURE sales.register_return
    @order_id bigint,
    @line_number smallint,
    @quantity decimal(9, 3),
    @reason varchar(20)
AS
-- @LINEAGE_OUTPUTS: sales.returns
BEGIN
    SET NOCOUNT ON;
    DECLARE @product_id int;

    SELECT @product_id = l.product_id
    FROM sales.order_lines AS l
    WHERE l.order_id = @order_id AND l.line_number = @line_number;

    IF @product_id IS NULL
        THROW 50010, N'There is no such order line.', 1;

    INSERT INTO sales.returns (order_id, line_number, returned_at, quantity, reason)
    VALUES (@order_id, @line_number, SYSUTCDATETIME(), @quantity, @reason);

    EXEC inventory.move_stock @product_id = @product_id, @quantity = @quantity, @reason = 'return';
END;
GO
