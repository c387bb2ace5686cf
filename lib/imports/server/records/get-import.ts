import 'server-only';
import type { Import } from '../../contract';
import { importsReady } from '../recover/recover-imports';
import { getRecord } from './find-record';
import { presentImport } from './present-import';

/** One import by id or number. @throws AppError not-found */
export async function getImport(idOrNumber: string): Promise<Import> {
  await importsReady();
  return presentImport(await getRecord(idOrNumber));
}
