import type { SqlValue } from '../stage-db';

/** Collects the bound values of a statement that is put together from parts. */
export class SqlParams {
  private readonly values: SqlValue[] = [];

  /** Binds a value; the answer stands for it in the SQL text. */
  add(value: SqlValue): string {
    return `$p${this.values.push(value) - 1}`;
  }

  /** The values that a text uses; the engine takes no others. */
  of(sql: string): Record<string, SqlValue> {
    const used = new Set(sql.match(/\$p\d+/g));
    return Object.fromEntries(
      this.values.flatMap((value, index) => (used.has(`$p${index}`) ? [[`p${index}`, value]] : [])),
    );
  }
}
