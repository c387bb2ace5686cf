import 'server-only';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { workspacePaths } from '@/lib/workspace/server/workspace';
import { ImportRecord } from './import-record';

const FILE = 'import.json';

/** Folder of an import's journal and received bytes. */
export async function uploadFolder(importId: string): Promise<string> {
  return join((await workspacePaths()).uploads, importId);
}

/** Folder of an import's stage file and spill. */
export async function stagingFolder(importId: string): Promise<string> {
  return join((await workspacePaths()).staging, importId);
}

/** Stores the record of an import that has no number yet. When this resolves, it survives a power cut. */
export async function saveJournal(record: ImportRecord): Promise<void> {
  const folder = await uploadFolder(record.id);
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  const temporary = join(folder, `${FILE}.${crypto.randomUUID()}`);
  await writeFile(temporary, JSON.stringify(record), { flag: 'wx', flush: true });
  await rename(temporary, join(folder, FILE));
  await syncDirectory(folder);
  if (isNew) await syncDirectory(join(folder, '..'));
}

/** The records of all journals, and the folders that hold none (or one that cannot be read). */
export async function readJournals(): Promise<{ records: ImportRecord[]; orphans: string[] }> {
  const { uploads } = await workspacePaths();
  const records: ImportRecord[] = [];
  const orphans: string[] = [];
  for (const name of await readdir(uploads)) {
    const record = await readJournal(join(uploads, name, FILE));
    if (record?.id === name) records.push(record);
    else orphans.push(join(uploads, name));
  }
  return { records, orphans };
}

/** Removes an import's received bytes and its journal. */
export async function removeUploadFolder(importId: string): Promise<void> {
  await rm(await uploadFolder(importId), { recursive: true, force: true });
}

/** Removes an import's stage file and spill. */
export async function removeStagingFolder(importId: string): Promise<void> {
  await rm(await stagingFolder(importId), { recursive: true, force: true });
}

async function readJournal(path: string): Promise<ImportRecord | undefined> {
  try {
    return ImportRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
