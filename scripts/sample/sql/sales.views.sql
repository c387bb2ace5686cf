-- One row for each order with its amounts. Most of reporting starts here.
CREATE VIEW sales.v_order_totals
AS
SELECT
    o.order_id,
    o.channel,
    o.customer_id,
    o.store_id,
    o.ordered_at,
    o.currency_code,
    COUNT(*) AS line_count,
    CAST(SUM(l.quantity * l.unit_price) AS decimal(14, 2)) AS gross_amount,
    CAST(SUM(sales.line_amount(l.quantity, l.unit_price, l.discount_amount)) AS decimal(14, 2)) AS net_amount
FROM sales.orders AS o
JOIN sales.order_lines AS l ON l.order_id = o.order_id
WHERE o.status <> 'cancelled'
GROUP BY o.order_id, o.channel, o.customer_id, o.store_id, o.ordered_at, o.currency_code;
GO
CREATE VIEW sales.v_customer_orders
AS
SELECT
    c.customer_id,
    c.full_name,
    c.email,
    sales.customer_tier(c.customer_id) AS tier,
    COUNT(t.order_id) AS order_count,
    CAST(SUM(t.net_amount) AS decimal(14, 2)) AS net_amount,
    MIN(t.ordered_at) AS first_order_at,
    MAX(t.ordered_at) AS last_order_at
FROM sales.customers AS c
LEFT JOIN sales.v_order_totals AS t ON t.customer_id = c.customer_id
GROUP BY c.customer_id, c.full_name, c.email;
GO
CREATE VIEW sales.v_store_day
AS
SELECT
    s.store_id,
    s.name AS store_name,
    s.region,
    CAST(t.ordered_at AS date) AS business_day,
    COUNT(t.order_id) AS order_count,
    CAST(SUM(t.net_amount) AS decimal(14, 2)) AS net_amount
FROM sales.stores AS s
JOIN sales.v_order_totals AS t ON t.store_id = s.store_id
GROUP BY s.store_id, s.name, s.region, CAST(t.ordered_at AS date);
GO
CREATE VIEW sales.v_open_returns
AS
SELECT
    r.return_id,
    r.order_id,
    r.returned_at,
    r.reason,
    p.product_code,
    p.title,
    CAST(r.quantity * l.unit_price AS decimal(12, 2)) AS expected_refund
FROM sales.returns AS r
JOIN sales.order_lines AS l ON l.order_id = r.order_id AND l.line_number = r.line_number
JOIN inventory.products AS p ON p.product_id = l.product_id
WHERE r.refunded_amount IS NULL;
GO
CREATE VIEW sales.v_promotion_results
AS
SELECT
    p.promotion_code,
    p.title,
    COUNT(DISTINCT l.order_id) AS order_count,
    CAST(SUM(l.discount_amount) AS decimal(14, 2)) AS discount_amount,
    CAST(SUM(sales.line_amount(l.quantity, l.unit_price, l.discount_amount)) AS decimal(14, 2)) AS net_amount
FROM sales.promotions AS p
JOIN sales.order_lines AS l ON l.promotion_id = p.promotion_id
GROUP BY p.promotion_code, p.title;
GO
