CREATE FUNCTION staging.clean_text (@text nvarchar(400))
RETURNS nvarchar(400)
AS
BEGIN
    -- Feeds pad with tabs and non-breaking spaces; an empty text is no value.
    RETURN NULLIF(LTRIM(RTRIM(REPLACE(REPLACE(@text, NCHAR(160), N' '), CHAR(9), N' '))), N'');
END;
GO
CREATE FUNCTION staging.parse_amount (@text varchar(20))
RETURNS decimal(12, 2)
AS
BEGIN
    -- Tills write 1.234,50, the web shop writes 1234.50.
    DECLARE @plain varchar(20) = CASE
        WHEN @text LIKE '%,__' THEN REPLACE(REPLACE(@text, '.', ''), ',', '.')
        ELSE REPLACE(@text, ',', '')
    END;
    RETURN TRY_CAST(@plain AS decimal(12, 2));
END;
GO
