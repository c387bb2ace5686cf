CREATE VIEW inventory.v_product_catalogue
AS
SELECT
    p.product_id,
    p.product_code,
    p.title,
    c.name AS category,
    s.name AS supplier,
    p.list_price,
    p.unit_cost,
    c.tax_code
FROM inventory.products AS p
JOIN inventory.product_categories AS c ON c.category_id = p.category_id
JOIN inventory.suppliers AS s ON s.supplier_id = p.supplier_id
WHERE p.is_discontinued = 0;
GO
CREATE VIEW inventory.v_stock_on_hand
AS
SELECT
    w.warehouse_code,
    w.name AS warehouse,
    p.product_id,
    p.product_code,
    l.quantity,
    l.reserved,
    CAST(l.quantity * p.unit_cost AS decimal(14, 2)) AS stock_value
FROM inventory.stock_levels AS l
JOIN inventory.warehouses AS w ON w.warehouse_id = l.warehouse_id
JOIN inventory.products AS p ON p.product_id = l.product_id;
GO
CREATE VIEW inventory.v_on_order
AS
SELECT
    l.product_id,
    o.supplier_id,
    CAST(SUM(l.quantity - l.received_quantity) AS decimal(12, 3)) AS open_quantity,
    MIN(o.expected_on) AS next_expected_on
FROM inventory.purchase_order_lines AS l
JOIN inventory.purchase_orders AS o ON o.purchase_order_id = l.purchase_order_id
WHERE o.status = 'open'
GROUP BY l.product_id, o.supplier_id;
GO
-- What has to be ordered again, from what is there, what is coming and the least we want to have.
CREATE VIEW inventory.v_reorder_candidates
AS
SELECT
    p.product_id,
    p.product_code,
    p.supplier_id,
    inventory.available_quantity(p.product_id) AS available,
    n.open_quantity,
    p.minimum_stock
FROM inventory.products AS p
LEFT JOIN inventory.v_on_order AS n ON n.product_id = p.product_id
WHERE p.is_discontinued = 0
  AND inventory.available_quantity(p.product_id) + ISNULL(n.open_quantity, 0) < p.minimum_stock;
GO
