CREATE FUNCTION sales.line_amount (@quantity decimal(9, 3), @unit_price decimal(12, 2), @discount decimal(12, 2))
RETURNS decimal(12, 2)
AS
BEGIN
    RETURN ROUND(@quantity * @unit_price, 2) - ISNULL(@discount, 0);
END;
GO
CREATE FUNCTION sales.customer_tier (@customer_id int)
RETURNS varchar(10)
AS
BEGIN
    RETURN ISNULL((SELECT MAX(l.tier) FROM sales.loyalty_accounts AS l WHERE l.customer_id = @customer_id), 'none');
END;
GO
CREATE FUNCTION sales.orders_of_customer (@customer_id int, @since date)
RETURNS TABLE
AS
RETURN (
    SELECT t.order_id, t.ordered_at, t.net_amount
    FROM sales.v_order_totals AS t
    WHERE t.customer_id = @customer_id AND t.ordered_at >= @since
);
GO
