import 'server-only';
import { z } from 'zod';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';
import type { StagedDataset } from './staged-datasets';

/** Rows of each file that are looked at; of fewer, looking would take longer than any compression. */
const LOOKED_AT = 20_480;

/** Names of the staged columns of text in which most cells are different: tokens, addresses, remarks. None where few `rows` are staged. */
export async function distinctTexts(
  db: Reader,
  { k, columns }: Pick<StagedDataset, 'k' | 'columns'>,
  rows: number,
): Promise<Set<string>> {
  const texts = columns.filter(({ type }) => type === 'text').map(({ name }) => name);
  if (texts.length === 0 || rows < LOOKED_AT) return new Set();
  const counts = texts.map((name) => `count(DISTINCT ${quoteName('s', name)}) * 2 > count(*)`);
  const found = await db.one(
    z.object({ most: z.array(z.boolean()) }),
    `SELECT [${counts.join(', ')}] AS most FROM ${quoteName('stage', 'main', `rows_${k}`)} AS s WHERE s._staged < ${LOOKED_AT}`,
  );
  return new Set(texts.filter((_, index) => found?.most[index] === true));
}
