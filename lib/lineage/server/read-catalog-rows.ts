import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { CatalogRows } from '../graph/catalog-rows';
import { EDGE_KINDS, OBJECT_TYPES } from '../graph/graph';
import {
  DANGLING_COUNT,
  EVIDENCE_ROWS,
  OBJECT_ROWS,
  PATTERN_ROWS,
  SCHEMA_ROWS,
  SOURCE_NAMES,
  SOURCE_ROWS,
} from './graph-sql';
import { readEvidenceRows } from './read-evidence-rows';

/**
 * The rows of one snapshot as positions instead of names: the engine matches them much faster than we could, and
 * numbers are what is cheap to take out of it.
 * @throws RangeError for a kind of edge or a method that this version does not know
 */
export async function readCatalogRows(db: Reader, snapshot: number): Promise<CatalogRows> {
  const types = OBJECT_TYPES;
  const { id, name, schema, type } = await db.bulk(
    { id: 'text', name: 'text', schema: 'number', type: 'number' },
    OBJECT_ROWS,
    { snapshot, types },
  );
  const schemas = await db.bulk({ database: 'text', schema: 'text' }, SCHEMA_ROWS);
  const sources = (await db.bulk({ name: 'text' }, SOURCE_NAMES, { snapshot })).name;
  const { pattern: patterns } = await db.bulk({ pattern: 'text' }, PATTERN_ROWS, { snapshot });
  const evidence = await readEvidenceRows(db, {
    sql: EVIDENCE_ROWS,
    params: { snapshot, types, sources },
    kinds: EDGE_KINDS,
    patterns,
  });
  const dangling = await db.one(z.object({ count: z.int() }), DANGLING_COUNT, { snapshot });
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
    danglingEvidence: dangling?.count ?? 0,
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
  return db.bulk({ object: 'number', source: 'number' }, SOURCE_ROWS, params);
}

const OTHER = OBJECT_TYPES.indexOf('other');
