CREATE PROCEDURE mart.not_hinted AS
SELECT '-- @LINEAGE_INPUTS: sales.orders' AS hint, 1 AS [@LINEAGE_OUTPUTS: mart.totals]
