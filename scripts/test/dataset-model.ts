/** A plain model of one dataset, for tests: what is in it after any sequence of imports and roll backs. */
export type ModelRow = { key: string; value: string | null; more: string | null; origin: string };
export type ModelLoad = {
  mode: 'append' | 'replace' | 'upsert';
  blankCells: 'keep' | 'null';
  rows: ReadonlyArray<{ key: string; value: string | null; more: string | null }>;
};
type Touched = { before: ModelRow | undefined; after: ModelRow | undefined };

/** Rows by what identifies them: the key, or where they came from when the dataset has none. */
export class DatasetModel {
  rows = new Map<string, ModelRow>();
  /** Undefined while the dataset is not there; else the number of the load that made it anew. */
  generation: number | undefined;
  private readonly changes = new Map<
    number,
    { generation: number; created: boolean; ended: boolean; rows: Map<string, Touched> }
  >();
  private readonly isKeyed: boolean;

  constructor(isKeyed: boolean) {
    this.isKeyed = isKeyed;
  }

  /** False when an append holds a key that is there already: nothing changes then. */
  load(number: number, { mode, blankCells, rows }: ModelLoad): boolean {
    const given = rows.map((row, index): ModelRow => ({ ...row, origin: `${number}/${index + 1}` }));
    const idOf = (row: ModelRow) => (this.isKeyed ? row.key : row.origin);
    if (mode === 'append' && this.isKeyed && given.some((row) => this.rows.has(row.key))) return false;
    const next = new Map(mode === 'replace' ? [] : this.rows);
    for (const row of given) {
      const old = this.isKeyed ? this.rows.get(row.key) : undefined;
      const keeps = mode === 'upsert' && blankCells === 'keep';
      const value = keeps ? (row.value ?? old?.value ?? null) : row.value;
      const more = keeps ? (row.more ?? old?.more ?? null) : row.more;
      next.set(idOf(row), old?.value === value && old.more === more ? old : { ...row, value, more });
    }
    const created = this.generation === undefined;
    this.generation ??= number;
    this.remember(number, next, { created, ended: false });
    return true;
  }

  rollBack(number: number, rolledBack: number): void {
    const change = this.changes.get(rolledBack);
    if (change === undefined) return;
    const isThere = this.generation === change.generation;
    const comesBack = this.generation === undefined && change.ended;
    if (!isThere && !comesBack) return;
    const next = new Map(this.rows);
    for (const [id, { before, after }] of change.rows) {
      if (this.rows.get(id)?.origin !== after?.origin) continue;
      if (before === undefined) next.delete(id);
      else next.set(id, before);
    }
    this.generation = change.generation;
    const ended = change.created && next.size === 0;
    this.remember(number, next, { created: comesBack, ended });
    if (ended) this.generation = undefined;
  }

  /** Every row as one text, sorted. */
  texts(): string[] {
    if (this.generation === undefined) return [];
    return [...this.rows.values()]
      .map(({ key, value, more, origin }) => `${key} ${value} ${more} ${origin}`)
      .sort();
  }

  private remember(
    number: number,
    next: Map<string, ModelRow>,
    { created, ended }: { created: boolean; ended: boolean },
  ): void {
    const rows = new Map<string, Touched>();
    for (const id of new Set([...this.rows.keys(), ...next.keys()])) {
      const before = this.rows.get(id);
      const after = next.get(id);
      if (before !== after) rows.set(id, { before, after });
    }
    this.changes.set(number, { generation: this.generation ?? number, created, ended, rows });
    this.rows = next;
  }
}
