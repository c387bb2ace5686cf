CREATE VIEW finance.v_trial_balance
AS
SELECT
    e.period_id,
    a.account_code,
    a.name AS account_name,
    a.kind,
    CAST(SUM(e.amount) AS decimal(16, 2)) AS balance
FROM finance.ledger_entries AS e
JOIN finance.accounts AS a ON a.account_code = e.account_code
GROUP BY e.period_id, a.account_code, a.name, a.kind;
GO
CREATE VIEW finance.v_open_invoices
AS
SELECT
    i.invoice_id,
    i.invoice_number,
    s.name AS supplier,
    i.invoice_date,
    CAST(SUM(finance.to_euro(l.line_amount, i.currency_code, i.invoice_date)) AS decimal(14, 2)) AS open_amount
FROM finance.supplier_invoices AS i
JOIN finance.supplier_invoice_lines AS l ON l.invoice_id = i.invoice_id
JOIN inventory.suppliers AS s ON s.supplier_id = i.supplier_id
WHERE i.paid_on IS NULL
GROUP BY i.invoice_id, i.invoice_number, s.name, i.invoice_date;
GO
CREATE VIEW finance.v_revenue_by_period
AS
SELECT
    p.period_id,
    t.channel,
    CAST(SUM(finance.to_euro(t.net_amount, t.currency_code, CAST(t.ordered_at AS date))) AS decimal(16, 2)) AS revenue,
    COUNT(t.order_id) AS order_count
FROM finance.periods AS p
JOIN sales.v_order_totals AS t ON CAST(t.ordered_at AS date) BETWEEN p.starts_on AND p.ends_on
GROUP BY p.period_id, t.channel;
GO
