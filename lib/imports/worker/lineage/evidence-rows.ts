import { objectId } from '@/lib/lineage/object-id';
import type { Diagnostic } from '@/lib/lineage/sql/diagnostic';
import { diagnosticSeverity } from '@/lib/lineage/sql/diagnostic';
import type { ColumnEdge, ObjectEdge, ObjectFacts } from '@/lib/lineage/sql/model/object-facts';
import type { Relation } from '@/lib/lineage/sql/resolve/relation';
import { type Range, type Span, spanFinder } from '@/lib/lineage/sql/span';
import type { SqlObjectType } from '@/lib/lineage/sql/sql-object';
import type { SqlValue } from '../stage-db';
import type { NamedObject } from './named-object';
import type { PlacedDefinition } from './read-model';

export type LineageRows = {
  /** As catalog_evidence without source and method; confidence in percent; then the marks, file and record. */
  readonly edges: SqlValue[][];
  /** As catalog_column_evidence, likewise. */
  readonly columnEdges: SqlValue[][];
  readonly diagnostics: SqlValue[][];
  readonly coverage: SqlValue[];
  /** As catalog_columns without source and types: what a view or a function gives. */
  readonly columns: SqlValue[][];
  readonly named: readonly NamedObject[];
};

const OUTGOING = new Set(['writes', 'deletes', 'truncates']);
const OUTCOMES = ['parsed', 'repaired', 'scanned', 'dynamic'] as const;

/** What the definition of one object tells, as rows of the stage. Hints are staged elsewhere. */
export function lineageRows(definition: PlacedDefinition, facts: ObjectFacts, database: string): LineageRows {
  const { id, file, record, object } = definition;
  const spanOf = spanFinder(object.text);
  const named = new Map<string, NamedObject>();
  const idOf = (relation: Relation): string => {
    if (relation.kind === 'local') return id;
    if (relation.key === facts.object.key) return id;
    const found = namedObject(relation, database);
    named.set(found.id, found);
    return found.id;
  };
  const place = (range: Range, confidence: number, marks: readonly (Range | undefined)[]): SqlValue[] => [
    ...spanCells(spanOf(range)),
    Math.round(confidence * 100),
    ...marks.flatMap((it) => markCells(it, spanOf)),
    file,
    record,
  ];
  const edgeRow = ({ access, relation, range, confidence, at }: ObjectEdge): SqlValue[] => {
    const other = idOf(relation);
    const [from, to] = OUTGOING.has(access) ? [id, other] : [other, id];
    return [id, from, to, access, ...place(range, confidence, [at])];
  };
  const columnRow = ({ from, to, kind, range, confidence, at }: ColumnEdge): SqlValue[] => [
    ...[id, idOf(from.relation), columnName(from), idOf(to.relation), columnName(to)],
    ...[kind, ...place(range, confidence, [at?.[0], at?.[1]])],
  ];
  const statements = facts.statements;
  const told = [...facts.edges, ...statements.flatMap(({ edges }) => edges)];
  const edges = told.filter(({ method }) => method !== 'hint').map(edgeRow);
  return {
    edges: strongest(edges, 6),
    columnEdges: strongest(
      // A parameter that goes back to the caller is the variable of that name.
      statements.flatMap(({ columnEdges }) => columnEdges.map(columnRow).filter((row) => !isItself(row))),
      8,
    ),
    diagnostics: facts.diagnostics.map((it) => [id, ...diagnosticCells(it, spanOf), file, record]),
    coverage: [
      ...[id, ...OUTCOMES.map((outcome) => statements.filter((it) => it.outcome === outcome).length)],
      ...[
        count(facts, 'unresolved-name'),
        count(facts, 'ambiguous-column'),
        count(facts, 'extractors-disagree'),
      ],
      ...[file, record],
    ],
    columns: givenColumns({ id, type: object.type, file, record }, facts.results),
    named: [...named.values()],
  };
}

/** The columns of a view or a table function, when all of them are known. */
export function givenColumns(
  { id, type, file, record }: { id: string; type: SqlObjectType; file: number; record: number },
  [columns = []]: ObjectFacts['results'],
): SqlValue[][] {
  if (type !== 'view' && type !== 'function') return [];
  const names = new Set(columns.map((name) => name.toLowerCase()));
  if (names.size < columns.length || names.has('') || names.has('*')) return [];
  return columns.map((name, at) => [id, name, at + 1, file, record]);
}

function count({ diagnostics }: ObjectFacts, code: Diagnostic['code']): number {
  return diagnostics.filter((it) => it.code === code).length;
}

/** The object of the catalogue that a relation is, or would be. */
export function namedObject(relation: Relation, home: string): NamedObject {
  const { server, name } = relation;
  const type = relation.kind === 'object' ? (relation.type ?? 'unresolved') : relation.kind;
  // A linked server has databases of its own.
  const within = relation.database ?? (server === null ? home : null);
  const database = [server, within].filter((part) => part !== null).join('.');
  const schema = relation.schema ?? '';
  return { id: objectId(database, schema, name), database, schema, name, type };
}

/** From a column to itself: not a table's, which an UPDATE may fill from itself. */
function isItself([, from, fromColumn, to, toColumn]: readonly SqlValue[]): boolean {
  return from === to && fromColumn === toColumn && String(fromColumn).startsWith('@');
}

/** `#t.c` for a column of a local table, `@v` for a variable, empty for the rows as a whole. */
function columnName({ relation, column }: ColumnEdge['from']): string {
  if (relation.kind !== 'local') return column ?? '';
  // A variable is its own only column; `@v:2` is its second value.
  const isVariable = column !== null && relation.name.replace(/:\d+$/, '') === column;
  return column === null || column === '' || isVariable ? relation.name : `${relation.name}.${column}`;
}

function spanCells({ start, end }: Span): SqlValue[] {
  return [start.line, start.column, end.line, end.column];
}

/** Line, column and length of words in one line; nothing where they are not known, or take more than one line. */
function markCells(range: Range | undefined, spanOf: (range: Range) => Span): SqlValue[] {
  if (range === undefined) return [null, null, null];
  const { start, end } = spanOf(range);
  return start.line === end.line ? [start.line, start.column, end.column - start.column] : [null, null, null];
}

function diagnosticCells({ code, message, range }: Diagnostic, spanOf: (range: Range) => Span): SqlValue[] {
  return [code, diagnosticSeverity[code], message, ...spanCells(spanOf(range))];
}

/** One row for each start of a span (the first `keyed` cells); the surest one, at `keyed + 2`, stays. */
function strongest(rows: readonly SqlValue[][], keyed: number): SqlValue[][] {
  const kept = new Map<string, SqlValue[]>();
  for (const row of rows) {
    const key = row.slice(0, keyed).join('\n').toLowerCase();
    const known = kept.get(key);
    if (known === undefined || Number(known[keyed + 2]) < Number(row[keyed + 2])) kept.set(key, row);
  }
  return [...kept.values()];
}
