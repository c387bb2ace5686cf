import type { ExtractRole } from '@/lib/imports/contract';
import type { Upload } from './import-worker';

/** A complete extract in a few lines: two tables, a view over one of them, and a procedure. */
export const SMALL: Readonly<Record<ExtractRole, string>> = {
  objects: `object_id,schema_name,object_name,object_type
1,dbo,Orders,USER_TABLE
2,dbo,Customers,U 
3,sales,vOrders,View
4,sales,LoadOrders,SQL_STORED_PROCEDURE
`,
  definitions: `object_id,definition
3,"CREATE VIEW sales.vOrders AS
SELECT * FROM dbo.Orders"
4,CREATE PROCEDURE sales.LoadOrders AS SELECT 1
`,
  dependencies: `referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name
3,1,dbo,Orders
4,3,sales,vOrders
`,
  table_columns: `object_id,schema_name,table_name,column_name,data_type,ordinal_position,is_nullable
1,dbo,Orders,OrderID,int,1,false
1,dbo,Orders,Total,money,2,true
`,
  query_logs: `command_text
SELECT a, b FROM sales.vOrders
`,
};

/** The small extract as CSV uploads, in the order of the roles; given texts or bytes replace files, null leaves one out. */
export function smallExtract(
  changes: Partial<Record<ExtractRole, string | Uint8Array | null>> = {},
): Upload[] {
  return Object.entries({ ...SMALL, ...changes }).flatMap(([role, bytes]) =>
    bytes === null ? [] : [{ name: `${role}.csv`, bytes }],
  );
}
