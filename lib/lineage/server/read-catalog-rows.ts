import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { CatalogRows, EvidenceRows } from '../graph/catalog-rows';
import { EDGE_KINDS, EVIDENCE_METHODS, OBJECT_TYPES } from '../graph/graph';
import {
  EVIDENCE_COUNT,
  EVIDENCE_ROWS,
  OBJECT_NUMBERS,
  OBJECT_TEXTS,
  SCHEMA_ROWS,
  SOURCE_NAMES,
  SOURCE_ROWS,
} from './graph-sql';
import { fileName, importsByNumber } from './published-imports';

/**
 * The rows of one snapshot as positions instead of names: the engine matches them much faster than we could, and
 * numbers are what is cheap to take out of it.
 * @throws RangeError for a kind of edge or a method that this version does not know
 */
export async function readCatalogRows(db: Reader, snapshot: number): Promise<CatalogRows> {
  const types = OBJECT_TYPES;
  const { id, name } = await db.texts(['id', 'name'], OBJECT_TEXTS, { snapshot, types });
  const { schema, type } = await db.numbers(['schema', 'type'], OBJECT_NUMBERS, { snapshot, types });
  const schemas = await db.texts(['database', 'schema'], SCHEMA_ROWS);
  const sources = (await db.texts(['name'], SOURCE_NAMES, { snapshot })).name;
  const evidence = await readEvidence(db, { snapshot, types, sources });
  const all = await db.one(z.object({ count: z.int() }), EVIDENCE_COUNT, { snapshot });
  return {
    snapshot,
    objects: {
      id,
      name,
      schema,
      type: type.map((place) => (place === 0 ? OTHER : place - 1)),
    },
    schemas: schemas.database.map((database, place) => ({ database, schema: schemas.schema[place] ?? '' })),
    sources: { names: sources, ...(await readSources(db, id.length, { snapshot, types, sources })) },
    ...evidence,
    danglingEvidence: (all?.count ?? 0) - evidence.evidence.from.length,
  };
}

type Params = { snapshot: number; types: readonly string[]; sources: readonly string[] };

/** Which source knows which object; nobody needs to ask when there is only one. */
async function readSources(
  db: Reader,
  size: number,
  params: Params,
): Promise<Omit<CatalogRows['sources'], 'names'>> {
  if (params.sources.length === 1) {
    return { object: Int32Array.from({ length: size }, (_, object) => object), source: new Int32Array(size) };
  }
  return db.numbers(['object', 'source'], SOURCE_ROWS, params);
}

const OTHER = OBJECT_TYPES.indexOf('other');

const NUMBERS = [
  ...(['from', 'to', 'object', 'kind', 'method', 'source', 'startLine', 'startColumn'] as const),
  ...(['endLine', 'endColumn', 'confidence', 'import', 'file', 'record'] as const),
];

async function readEvidence(
  db: Reader,
  params: Params,
): Promise<{ evidence: EvidenceRows; files: string[] }> {
  const lists = { kinds: EDGE_KINDS, methods: EVIDENCE_METHODS };
  const rows = await db.numbers(NUMBERS, EVIDENCE_ROWS, { ...params, ...lists });
  if (rows.kind.includes(-1)) throw new RangeError('catalog_evidence has a kind of edge that is not known.');
  if (rows.method.includes(-1)) throw new RangeError('catalog_evidence has a method that is not known.');
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
  return { evidence: { ...rows, file }, files };
}
