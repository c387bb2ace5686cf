import type { SqlValue } from '../stage-db';

/** Collects the bound values of a statement that is put together from parts. */
export class SqlParams {
  readonly values: Record<string, SqlValue> = {};
  private count = 0;

  /** Binds a value; the answer stands for it in the SQL text. */
  add(value: SqlValue): string {
    const name = `p${this.count++}`;
    this.values[name] = value;
    return `$${name}`;
  }
}
