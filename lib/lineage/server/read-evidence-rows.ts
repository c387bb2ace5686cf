import 'server-only';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { EvidenceRows } from '../graph/catalog-rows';
import { EVIDENCE_METHODS } from '../graph/graph';
import { fileName, importsByNumber } from './published-imports';

const NUMBERS = {
  ...({ from: 'number', to: 'number', object: 'number', kind: 'number', method: 'number' } as const),
  ...({ source: 'number', import: 'number', file: 'number', record: 'number' } as const),
  ...({ startLine: 'number', startColumn: 'number', endLine: 'number', endColumn: 'number' } as const),
  ...({ confidence: 'number', mark: 'number', entry: 'number', logged: 'number' } as const),
};

/**
 * Evidence of edges between objects or between columns, and the names of the files it is from. `patterns`: those of logged statements, as
 * the query numbers them.
 * @throws RangeError for a kind of edge or a method that this version does not know
 */
export async function readEvidenceRows(
  db: Reader,
  {
    sql,
    params,
    kinds,
    patterns = [],
  }: { sql: string; params: SqlParams; kinds: readonly string[]; patterns?: readonly string[] },
): Promise<{ evidence: EvidenceRows; files: string[] }> {
  const rows = await db.bulk(NUMBERS, sql, { ...params, kinds, methods: EVIDENCE_METHODS });
  if (rows.kind.includes(-1)) throw new RangeError('The catalog has a kind of edge that is not known.');
  if (rows.method.includes(-1)) throw new RangeError('The catalog has a method that is not known.');
  const imports = await importsByNumber(db, [...new Set(rows.import)]);
  const files: string[] = [];
  const placeOf = new Map<string, number>();
  const file = rows.file.map((ordinal, row): number => {
    const number = rows.import[row] ?? 0;
    const key = `${number}/${ordinal}`;
    const place = placeOf.get(key) ?? files.push(fileName(imports.get(number), ordinal)) - 1;
    placeOf.set(key, place);
    return place;
  });
  return { evidence: { ...rows, file, patterns }, files };
}
