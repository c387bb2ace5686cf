import 'server-only';
import { inlineRows } from '@/lib/workspace/inline-rows';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Writer } from '@/lib/workspace/server/reader';
import { recipes } from '@/lib/workspace/tables';
import { Recipe } from '../recipe';
import { RowMode } from '../row-choices';
import type { StagedFile } from '../worker/protocol';
import { headerFingerprint } from './header-fingerprint';
import type { ImportRecord } from './import-record';
import { choiceOf } from './job-rows';

/** Keeps what was confirmed for each file of rows, under its dataset and header; of two alike the later one. */
export async function saveRecipes(
  db: Writer,
  { id, choices, files }: ImportRecord,
  staged: readonly StagedFile[],
  snapshot: number,
): Promise<void> {
  const rows = new Map<string, Record<string, string | number>>();
  for (const { ordinal, role, dataset, columns } of staged) {
    const choice = choiceOf(choices.formats ?? [], files[ordinal - 1]?.name ?? '', ordinal);
    if (role !== 'rows' || dataset === null || choice?.columns === undefined) continue;
    const { file: _file, kind: _kind, dataset: _dataset, ...format } = choice;
    const own = choices.datasets?.[dataset] ?? {};
    const recipe = Recipe.parse({
      ...choices,
      ...own,
      format,
      mode: own.mode ?? RowMode.safeParse(choices.mode).data ?? 'append',
    });
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
