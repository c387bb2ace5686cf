-- @LINEAGE_OUTPUTS: mart.totals
CREATE PROCEDURE mart.hinted @sql nvarchar(max) AS
/* @LINEAGE_INPUTS: sales.orders, [sales].[customers]
   @LINEAGE_OUTPUTS: mart.totals, mart.gone */
EXEC (@sql)
