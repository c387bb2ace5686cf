import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { ChoicesChange } from '../../choices';
import type { Import } from '../../contract';
import { getRecord } from '../records/find-record';
import { withChoices } from '../records/import-record';
import { importsState, notifyChange } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';

/**
 * Changes the given choices of a draft.
 * @throws AppError not-found; conflicting-state once it was started
 */
export async function changeDraft(idOrNumber: string, change: ChoicesChange): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  return oneAtATime(id, async () => {
    const record = await getRecord(id);
    if (record.state !== 'draft') {
      throw new AppError('conflicting-state', `This import is ${record.state}; only a draft can be changed.`);
    }
    const changed = withChoices(record, change);
    await saveJournal(changed);
    importsState().unstarted.set(id, changed);
    notifyChange();
    return presentImport(changed);
  });
}
