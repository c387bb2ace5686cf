import type { SqlDialect } from '@/lib/lineage/sql/dialect';

/** The source of the facts of one import. */
export type JobSource = { readonly name: string; readonly dialect: SqlDialect; readonly database: string };
