CREATE VIEW mart.v_sales_overview
AS
SELECT
    d.year_number,
    d.month_number,
    f.channel,
    s.region,
    p.category,
    CAST(SUM(f.net_amount_eur) AS decimal(16, 2)) AS net_amount_eur,
    COUNT(DISTINCT f.order_id) AS order_count
FROM mart.fact_sales AS f
JOIN mart.dim_date AS d ON d.date_key = f.date_key
JOIN mart.dim_product AS p ON p.product_key = f.product_key
LEFT JOIN mart.dim_store AS s ON s.store_key = f.store_key
GROUP BY d.year_number, d.month_number, f.channel, s.region, p.category;
GO
CREATE VIEW mart.v_margin_by_category
AS
SELECT
    d.year_number,
    d.month_number,
    p.category,
    CAST(SUM(m.net_amount_eur) AS decimal(16, 2)) AS net_amount_eur,
    CAST(SUM(m.net_amount_eur - m.cost_eur) AS decimal(16, 2)) AS margin_eur
FROM mart.fact_margin AS m
JOIN mart.dim_date AS d ON d.date_key = m.date_key
JOIN mart.dim_product AS p ON p.product_key = m.product_key
GROUP BY d.year_number, d.month_number, p.category;
GO
CREATE VIEW mart.v_customer_value
AS
SELECT
    c.customer_id,
    c.full_name,
    c.tier,
    c.country_code,
    CAST(SUM(f.net_amount_eur) AS decimal(16, 2)) AS lifetime_eur,
    COUNT(DISTINCT f.order_id) AS order_count
FROM mart.dim_customer AS c
JOIN mart.fact_sales AS f ON f.customer_key = c.customer_key
GROUP BY c.customer_id, c.full_name, c.tier, c.country_code;
GO
CREATE VIEW mart.v_stock_turn
AS
SELECT
    p.product_code,
    p.category,
    CAST(AVG(k.stock_value) AS decimal(16, 2)) AS average_stock_value,
    CAST(SUM(m.cost_eur) AS decimal(16, 2)) AS cost_of_sales,
    CAST(SUM(m.cost_eur) / NULLIF(AVG(k.stock_value), 0) AS decimal(9, 2)) AS turns
FROM mart.dim_product AS p
JOIN mart.fact_stock_day AS k ON k.product_key = p.product_key
JOIN mart.fact_margin AS m ON m.product_key = p.product_key AND m.date_key = k.date_key
GROUP BY p.product_code, p.category;
GO
-- The page the management looks at on Monday.
CREATE VIEW mart.v_executive_summary
AS
SELECT
    o.year_number,
    o.month_number,
    CAST(SUM(o.net_amount_eur) AS decimal(16, 2)) AS net_amount_eur,
    CAST(SUM(m.margin_eur) AS decimal(16, 2)) AS margin_eur,
    r.revenue AS booked_revenue
FROM mart.v_sales_overview AS o
JOIN mart.v_margin_by_category AS m
  ON m.year_number = o.year_number AND m.month_number = o.month_number AND m.category = o.category
LEFT JOIN finance.v_revenue_by_period AS r ON r.period_id = o.year_number * 100 + o.month_number
GROUP BY o.year_number, o.month_number, r.revenue;
GO
