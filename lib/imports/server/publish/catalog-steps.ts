import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { type PublishStep, publishPlan } from '../../publish-plan';
import type { StagedFile } from '../../worker/protocol';
import type { ImportRecord } from '../records/import-record';

/**
 * What an import does to the catalog; `stage` is the name under which its stage is attached. Nothing when no file of an extract came: a plan of
 * mode `replace` would end all of the source.
 * @throws AppError invalid-request when its mode does not say what to do
 */
export function catalogSteps(
  { mode, source, choices }: ImportRecord,
  files: readonly StagedFile[],
  stage = 'stage',
): readonly PublishStep[] {
  const datasets = files.flatMap((file) => (file.role === 'rows' ? (file.dataset ?? []) : []));
  if (datasets.length === files.length) return [];
  const unsaid = datasets.find(
    (name) => choices.mode === 'replace' && choices.datasets?.[name]?.mode === undefined,
  );
  if (unsaid !== undefined) {
    throw new AppError(
      'invalid-request',
      `Mode "replace" is said of the extract; say for ${unsaid} by itself (datasets) what is to become of its rows.`,
    );
  }
  if (source === null) throw new Error('An import of an extract has a source.');
  if (mode === 'replace' || mode === 'merge') return publishPlan(mode, source.name, stage);
  throw new AppError(
    'invalid-request',
    `Mode "${mode}" is for rows; files of an extract take "replace" or "merge". Choose one of them and give the mode of the rows for each dataset.`,
  );
}
