import type { Body } from '../ir/body';
import type { SqlObject } from '../sql-object';

/** A definition and what was read of it. */
export type Definition = { readonly object: SqlObject; readonly body: Body };
