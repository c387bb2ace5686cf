import type { Reading } from '@/lib/lineage/sql/model/open-model';
import type { Outline } from '@/lib/lineage/sql/model/outline';
import type { SqlValue, StageDb } from '../stage-db';
import { givenColumns, type LineageRows } from './evidence-rows';
import type { NamedObject } from './named-object';
import type { ListedDefinition } from './read-model';
import { packReading, type StoredReading } from './stored-reading';

/** Rows on their way into the stage. */
export class LineageBatch {
  readonly #db: StageDb;
  /** Objects that the files list, or that the source had. */
  readonly #listed: ReadonlySet<string>;
  readonly #named = new Set<string>();
  readonly #rows = {
    parsed_edges: [] as SqlValue[][],
    parsed_columns: [] as SqlValue[][],
    parsed_problems: [] as SqlValue[][],
    parsed_coverage: [] as SqlValue[][],
    parsed_views: [] as SqlValue[][],
    parsed_objects: [] as SqlValue[][],
    parsed_readings: [] as SqlValue[][],
    parsed_reused: [] as SqlValue[][],
  };

  constructor(db: StageDb, listed: ReadonlySet<string>) {
    this.#db = db;
    this.#listed = listed;
  }

  /** What a definition told; `reading` is kept for the next import. */
  add(
    definition: ListedDefinition,
    found: LineageRows,
    reading: { fingerprint: string; outline: Outline; reading: Reading } | null,
  ): void {
    const rows = this.#rows;
    rows.parsed_edges.push(...found.edges);
    rows.parsed_columns.push(...found.columnEdges);
    rows.parsed_problems.push(...found.diagnostics);
    rows.parsed_coverage.push(found.coverage);
    rows.parsed_views.push(...found.columns);
    const named = found.named.filter(({ id }) => !this.#listed.has(id));
    this.#name(definition, named);
    const packed = reading === null ? null : packReading({ ...reading, named });
    if (reading === null || packed === null) return;
    rows.parsed_readings.push([definition.id, reading.fingerprint, packed]);
  }

  /** A definition of which all that it tells is known, and still true. */
  reuse(definition: ListedDefinition, { reading, named }: StoredReading): void {
    this.#rows.parsed_reused.push([definition.id]);
    this.#rows.parsed_views.push(
      ...givenColumns({ ...definition, type: definition.object.type }, reading.results),
    );
    this.#name(definition, named);
  }

  /** Writes the rows once there are so many. */
  async flush(least: number): Promise<void> {
    const count = Object.values(this.#rows).reduce((sum, rows) => sum + rows.length, 0);
    if (count < least) return;
    for (const [table, rows] of Object.entries(this.#rows)) await this.#db.append(table, rows.splice(0));
  }

  #name({ file, record }: ListedDefinition, named: readonly NamedObject[]): void {
    for (const { id, database, schema, name, type } of named) {
      if (!this.#named.has(id))
        this.#rows.parsed_objects.push([id, database, schema, name, type, file, record]);
      this.#named.add(id);
    }
  }
}
