import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import { recipes } from '@/lib/workspace/tables';
import { current } from '@/lib/workspace/versions';
import { Recipe, type SavedRecipe } from '../recipe';
import { headerFingerprint } from './header-fingerprint';

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));
const Row = z.object({
  dataset: z.string(),
  header: json(z.array(z.string())),
  recipe: json(Recipe),
  savedIn: z.int(),
  version: z.int(),
});

/**
 * What was confirmed for files with this header (a JSON list of names), or for one dataset; newest first.
 * @throws AppError invalid-request when the header is no list of names
 */
export async function listRecipes(query: {
  header?: string | undefined;
  dataset?: string | undefined;
}): Promise<{ items: SavedRecipe[] }> {
  const fingerprint = query.header === undefined ? null : headerFingerprint(readHeader(query.header));
  const items = await read((db) =>
    db.all(
      Row,
      `SELECT r.dataset, r.header, r.recipe, r._from AS "savedIn",
         (SELECT count(*) FROM ${recipes.name} AS v WHERE v.dataset = r.dataset AND v.fingerprint = r.fingerprint) AS version
       FROM ${current(recipes)} AS r
       WHERE ($fingerprint IS NULL OR r.fingerprint = $fingerprint) AND ($dataset IS NULL OR lower(r.dataset) = lower($dataset))
       ORDER BY r._from DESC, r.dataset LIMIT 1000`,
      { fingerprint, dataset: query.dataset ?? null },
    ),
  );
  return { items };
}

function readHeader(text: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(text));
  } catch {
    const reason = 'a JSON list of column names';
    throw new AppError('invalid-request', `header: ${reason}`, {
      invalidParams: [{ name: 'header', reason }],
    });
  }
}
