CREATE FUNCTION inventory.available_quantity (@product_id int)
RETURNS decimal(12, 3)
AS
BEGIN
    RETURN ISNULL((
        SELECT SUM(s.quantity - s.reserved) FROM inventory.stock_levels AS s WHERE s.product_id = @product_id
    ), 0);
END;
GO
CREATE FUNCTION inventory.products_of_category (@category_id smallint)
RETURNS TABLE
AS
RETURN (
    WITH tree AS (
        SELECT c.category_id FROM inventory.product_categories AS c WHERE c.category_id = @category_id
        UNION ALL
        SELECT c.category_id
        FROM inventory.product_categories AS c
        JOIN tree ON tree.category_id = c.parent_id
    )
    SELECT p.product_id, p.product_code, p.title
    FROM inventory.products AS p
    JOIN tree ON tree.category_id = p.category_id
);
GO
