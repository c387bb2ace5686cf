import 'server-only';
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { log } from '@/lib/log/log';
import { type Journal, journalOf, readJournal } from './journal-file';
import { HEADERS_BYTES, placeOf, sameWhereUsed } from './layout';
import { readPadded } from './read-padded';

/**
 * Undoes a checkpoint that was cut off before its last step, the new header: puts the metadata blocks of the checkpoint before back.
 * What was committed since is in the log, which the engine then replays. Does nothing when the header is newer, or when the
 * journal is of another database: a part that the last checkpoint needs is never changed.
 * @returns how many blocks were put back
 */
export async function restoreBlocks(database: string): Promise<number> {
  const path = journalOf(database);
  if (!existsSync(/* turbopackIgnore: true */ path)) return 0;
  const journal = await readJournal(path);
  if (journal === undefined) {
    log.warn({ phase: 'workspace', path }, 'the journal is damaged; it was not used');
    return 0;
  }
  const file = await open(database, 'r+');
  try {
    if (!journal.headers.equals(await readPadded(file.fd, HEADERS_BYTES, 0))) return 0;
    const changed = await changedBlocks(file, journal);
    for (const { block, bytes } of changed) {
      await file.write(bytes, 0, bytes.length, placeOf(block, journal.blockBytes));
    }
    if (changed.length > 0) {
      await file.sync();
      log.warn(
        { phase: 'workspace', blocks: changed.length },
        'the server was stopped in the middle of a checkpoint; it was undone, nothing is lost',
      );
    }
    return changed.length;
  } finally {
    await file.close();
  }
}

async function changedBlocks(file: FileHandle, journal: Journal): Promise<Journal['blocks']> {
  const changed: Array<Journal['blocks'][number]> = [];
  for (const saved of journal.blocks) {
    const there = await readPadded(file.fd, journal.blockBytes, placeOf(saved.block, journal.blockBytes));
    if (there.equals(saved.bytes)) continue;
    if (!sameWhereUsed(saved.block, there, saved.bytes)) {
      log.warn(
        { phase: 'workspace', block: saved.block.id },
        'the journal is of another database; it was not used',
      );
      return [];
    }
    changed.push(saved);
  }
  return changed;
}
