CREATE FUNCTION finance.to_euro (@amount decimal(14, 2), @currency_code char(3), @on date)
RETURNS decimal(14, 2)
AS
BEGIN
    IF @currency_code = 'EUR' RETURN @amount;
    RETURN @amount / (
        SELECT TOP (1) r.units_per_euro
        FROM finance.exchange_rates AS r
        WHERE r.currency_code = @currency_code AND r.rate_date <= @on
        ORDER BY r.rate_date DESC
    );
END;
GO
CREATE FUNCTION finance.tax_rate_on (@tax_code char(1), @on date)
RETURNS decimal(5, 2)
AS
BEGIN
    RETURN (
        SELECT TOP (1) t.rate_percent
        FROM finance.tax_rates AS t
        WHERE t.tax_code = @tax_code AND t.valid_from <= @on
        ORDER BY t.valid_from DESC
    );
END;
GO
