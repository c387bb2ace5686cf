CREATE PROCEDURE finance.load_exchange_rates
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: finance.exchange_rates
BEGIN
    SET NOCOUNT ON;
    INSERT INTO finance.exchange_rates (currency_code, rate_date, units_per_euro)
    SELECT d.currency_code, d.rate_date, CAST(d.units_per_euro AS decimal(14, 6))
    FROM staging.daily_rates AS d
    WHERE d.batch_id = @batch_id;
END;
GO
CREATE PROCEDURE finance.import_supplier_invoices
    @batch_id int
AS
-- @LINEAGE_OUTPUTS: finance.supplier_invoices, finance.supplier_invoice_lines
BEGIN
    SET NOCOUNT ON;
    DECLARE @new_invoices TABLE (invoice_id int, invoice_number varchar(30));

    INSERT INTO finance.supplier_invoices
        (supplier_id, invoice_number, invoice_date, purchase_order_id, currency_code)
    OUTPUT inserted.invoice_id, inserted.invoice_number INTO @new_invoices
    SELECT DISTINCT s.supplier_id, f.invoice_number, f.invoice_date, o.purchase_order_id, f.currency_code
    FROM staging.supplier_invoices AS f
    JOIN inventory.suppliers AS s ON s.supplier_code = f.supplier_code
    LEFT JOIN inventory.purchase_orders AS o ON o.purchase_order_number = f.purchase_order_number
    WHERE f.batch_id = @batch_id;

    INSERT INTO finance.supplier_invoice_lines (invoice_id, line_number, product_id, quantity, line_amount)
    SELECT n.invoice_id, f.line_number, p.product_id, f.quantity, staging.parse_amount(f.line_amount)
    FROM staging.supplier_invoices AS f
    JOIN @new_invoices AS n ON n.invoice_number = f.invoice_number
    JOIN inventory.products AS p ON p.product_code = f.product_code
    WHERE f.batch_id = @batch_id;
END;
GO
-- Books one day of sales: revenue and tax, for each channel.
CREATE PROCEDURE finance.post_sales_to_ledger
    @day date
AS
-- @LINEAGE_OUTPUTS: finance.ledger_entries
BEGIN
    SET NOCOUNT ON;
    INSERT INTO finance.ledger_entries (period_id, account_code, booked_on, amount, origin, reference)
    SELECT p.period_id, CASE t.channel WHEN 'WEB' THEN '400200' ELSE '400100' END, @day,
           SUM(finance.to_euro(t.net_amount, t.currency_code, @day)), 'sales', CONCAT('day ', @day, ' ', t.channel)
    FROM sales.v_order_totals AS t
    JOIN finance.periods AS p ON @day BETWEEN p.starts_on AND p.ends_on
    WHERE CAST(t.ordered_at AS date) = @day
    GROUP BY p.period_id, t.channel;

    INSERT INTO finance.ledger_entries (period_id, account_code, booked_on, amount, origin, reference)
    SELECT p.period_id, '480000', @day,
           SUM(l.quantity * l.unit_price * finance.tax_rate_on(c.tax_code, @day) / 100), 'tax', CONCAT('day ', @day)
    FROM sales.order_lines AS l
    JOIN sales.orders AS o ON o.order_id = l.order_id
    JOIN inventory.v_product_catalogue AS c ON c.product_id = l.product_id
    JOIN finance.periods AS p ON @day BETWEEN p.starts_on AND p.ends_on
    WHERE CAST(o.ordered_at AS date) = @day
    GROUP BY p.period_id;
END;
GO
CREATE PROCEDURE finance.close_period
    @period_id int
AS
-- @LINEAGE_OUTPUTS: finance.periods
BEGIN
    SET NOCOUNT ON;
    IF (SELECT SUM(b.balance) FROM finance.v_trial_balance AS b WHERE b.period_id = @period_id) <> 0
        THROW 50020, N'The books of this period do not balance.', 1;

    UPDATE finance.periods SET closed_at = SYSUTCDATETIME() WHERE period_id = @period_id;
END;
GO
