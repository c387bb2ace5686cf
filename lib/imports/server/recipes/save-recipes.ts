import 'server-only';
import { inlineRows } from '@/lib/workspace/inline-rows';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Writer } from '@/lib/workspace/server/reader';
import { recipes } from '@/lib/workspace/tables';
import { makeRecipe } from '../../recipe';
import type { StagedFile } from '../../worker/protocol';
import type { ImportRecord } from '../records/import-record';
import { choiceOf, choicesOf } from '../stage/job-rows';
import { headerFingerprint } from './header-fingerprint';

/** Keeps what was confirmed for each file of rows, under its dataset and header, unless it was not wanted; of two alike the later one. */
export async function saveRecipes(
  db: Writer,
  { id, choices, files, parent }: ImportRecord,
  staged: readonly StagedFile[],
  snapshot: number,
): Promise<void> {
  // Rejects that come again are read like no other file with their header will be.
  if (choices.saveRecipe === false || parent !== null) return;
  const rows = new Map<string, Record<string, string | number>>();
  for (const { ordinal, role, dataset, columns } of staged) {
    const choice = choiceOf(choices.formats ?? [], files[ordinal - 1]?.name ?? '', ordinal);
    if (role !== 'rows' || dataset === null || choice?.columns === undefined) continue;
    const recipe = makeRecipe(choice, choices, choicesOf(dataset, choices));
    const fingerprint = headerFingerprint(columns);
    rows.set(`${dataset} ${fingerprint}`, {
      dataset,
      fingerprint,
      header: JSON.stringify(columns),
      recipe: JSON.stringify(recipe),
      _file: ordinal,
      _record: 0,
    });
  }
  if (rows.size === 0) return;
  await applyVersions(db, {
    table: recipes,
    stage: inlineRows(recipes, [...rows.values()]),
    scope: null,
    snapshot,
    importId: id,
  });
}
