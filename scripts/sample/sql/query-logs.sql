-- Statements as people and tools have sent them, one batch each.
SELECT TOP (20) v.full_name, v.lifetime_eur FROM mart.v_customer_value AS v ORDER BY v.lifetime_eur DESC
GO
SELECT year_number, month_number, SUM(net_amount_eur) FROM mart.v_sales_overview WHERE region = N'North' GROUP BY year_number, month_number
GO
EXEC mart.refresh_all @day = '2026-09-14'
GO
EXEC staging.load_pos_files @store_code = 'BR01', @day = '2026-09-14'
GO
SELECT * FROM inventory.v_reorder_candidates ORDER BY available
GO
SELECT p.title, s.quantity FROM inventory.stock_levels AS s JOIN inventory.products AS p ON p.product_id = s.product_id WHERE s.quantity < 0
GO
UPDATE inventory.products SET list_price = ROUND(list_price * 1.03, 1) WHERE supplier_id = 14 AND is_discontinued = 0
GO
SELECT o.order_id, o.ordered_at, t.net_amount FROM sales.orders AS o JOIN sales.v_order_totals AS t ON t.order_id = o.order_id WHERE o.status = 'paid' AND o.ordered_at < DATEADD(day, -3, SYSUTCDATETIME())
GO
DELETE FROM staging.load_errors WHERE batch_id < 4000
GO
INSERT INTO sales.promotions (promotion_code, title, discount_percent, valid_from) VALUES ('SPRING27', N'Spring 2027', 15, '2027-03-01')
GO
SELECT * FROM finance.v_trial_balance WHERE period_id = 202609
GO
SELECT r.reason, COUNT(*) FROM sales.returns AS r GROUP BY r.reason HAVING COUNT(*) > 10
GO
SELECT m.category, m.margin_eur FROM mart.v_margin_by_category AS m WHERE m.year_number = 2026 AND m.month_number = 9
GO
EXEC finance.close_period @period_id = 202608
GO
