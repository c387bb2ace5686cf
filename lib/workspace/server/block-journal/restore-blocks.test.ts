import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heldToken } from '@/scripts/test/temp-workspace';
import { closeWorkspace } from '../close-workspace';
import { read } from '../read';
import { openWorkspace } from '../workspace';
import { write } from '../write';
import { readJournal } from './journal-file';
import { HEADERS_BYTES, placeOf } from './layout';
import { closeDatabaseFile, openDatabaseFile, saveBlocks } from './save-blocks';

let root: string;
let origin: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'headwater-journal-'));
  origin = join(root, 'origin');
});

afterEach(async () => {
  await closeWorkspace();
  await rm(root, { recursive: true, force: true });
});

const DATABASE = 'workspace.duckdb';
const JOURNAL = `${DATABASE}.blocks`;

const add = (name: string) =>
  write(heldToken, (db) => db.run("INSERT INTO workspace_info VALUES ($name, 'x')", { name }));

async function names(): Promise<unknown> {
  const found = await read((db) =>
    db.columns("SELECT name FROM workspace_info WHERE value = 'x' ORDER BY name"),
  );
  return found.name;
}

/** The files of a workspace as a kill would leave them now. */
async function copyTo(name: string): Promise<string> {
  const dir = join(root, name);
  await mkdir(dir);
  for (const file of await readdir(origin)) {
    if (file.startsWith(DATABASE)) await copyFile(join(origin, file), join(dir, file));
  }
  return dir;
}

/**
 * A workspace killed in the middle of the checkpoint after `b`: one metadata block is half the old one and half the new
 * one. `after` is the database with that checkpoint done.
 */
async function cutOff(): Promise<{ dir: string; after: Buffer }> {
  await openWorkspace(origin);
  await add('a');
  await closeWorkspace();
  const instance = await DuckDBInstance.create(join(origin, DATABASE));
  const connection = await instance.connect();
  const file = openDatabaseFile(join(origin, DATABASE));
  await connection.run("INSERT INTO workspace_info VALUES ('b', 'x')");
  await saveBlocks(connection, file);
  const dir = await copyTo('killed');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  await closeDatabaseFile(file, true);
  const after = await readFile(join(origin, DATABASE));
  const database = await readFile(join(dir, DATABASE));
  const journal = await readJournal(join(dir, JOURNAL));
  if (journal === undefined) throw new Error('the journal is not whole');
  expect(journal.headers.equals(database.subarray(0, HEADERS_BYTES))).toBe(true);
  let torn = 0;
  for (const { block, bytes } of journal.blocks) {
    const place = placeOf(block, journal.blockBytes);
    const written = after.subarray(place, place + journal.blockBytes);
    if (written.equals(bytes)) continue;
    written.copy(database, place, 0, journal.blockBytes / 2);
    torn += 1;
  }
  expect(torn).toBeGreaterThan(0);
  await writeFile(join(dir, DATABASE), database);
  return { dir, after };
}

async function withoutJournal(dir: string): Promise<string> {
  const copy = join(root, `${basename(dir)}-bare`);
  await mkdir(copy);
  await copyFile(join(dir, DATABASE), join(copy, DATABASE));
  return DuckDBInstance.create(join(copy, DATABASE)).then(
    (instance) => {
      instance.closeSync();
      return 'opens';
    },
    (error: Error) => error.message,
  );
}

describe('a checkpoint that a kill cut off in the middle of a block', () => {
  test('is undone at the next start, and nothing acknowledged is lost', async () => {
    const { dir } = await cutOff();
    expect(await withoutJournal(dir)).toMatch(/computed checksum .* does not match/);
    await openWorkspace(dir);
    expect(await names()).toEqual(['a', 'b']);
    await add('d');
    await closeWorkspace();
    await openWorkspace(dir);
    expect(await names()).toEqual(['a', 'b', 'd']);
  });

  test('is undone again when the start that undid it was killed', async () => {
    const { dir } = await cutOff();
    const torn = await readFile(join(dir, DATABASE));
    const log = await readFile(join(dir, `${DATABASE}.wal`));
    const journal = await readFile(join(dir, JOURNAL));
    await openWorkspace(dir);
    await closeWorkspace();
    for (const [name, bytes] of [
      [DATABASE, torn],
      [`${DATABASE}.wal`, log],
      [JOURNAL, journal],
    ] as const) {
      await writeFile(join(dir, name), bytes);
    }
    await openWorkspace(dir);
    expect(await names()).toEqual(['a', 'b']);
  });
});

test('a journal from before a finished checkpoint changes nothing', async () => {
  const { dir, after } = await cutOff();
  await writeFile(join(dir, DATABASE), after);
  await rm(join(dir, `${DATABASE}.wal`));
  await openWorkspace(dir);
  expect(await names()).toEqual(['a', 'b']);
});

test('a journal of another database with the same headers changes nothing', async () => {
  await openWorkspace(origin);
  const journal = await copyTo('journal');
  await closeWorkspace();
  const other = join(root, 'other');
  await openWorkspace(other);
  await closeWorkspace();
  const before = await readFile(join(other, DATABASE));
  const { headers, blocks } = (await readJournal(join(journal, JOURNAL))) ?? {};
  expect(headers?.equals(before.subarray(0, HEADERS_BYTES))).toBe(true);
  expect(blocks?.some(({ bytes }) => !before.includes(bytes))).toBe(true);
  await copyFile(join(journal, JOURNAL), join(other, JOURNAL));
  await openWorkspace(other);
  expect((await readFile(join(other, DATABASE))).equals(before)).toBe(true);
});

test('a damaged journal is not used', async () => {
  await openWorkspace(origin);
  await add('a');
  const dir = await copyTo('copy');
  const bytes = await readFile(join(dir, JOURNAL));
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 0xff;
  await writeFile(join(dir, JOURNAL), bytes);
  await closeWorkspace();
  await openWorkspace(dir);
  expect(await names()).toEqual(['a']);
});

test('after a stop in good order there is no journal', async () => {
  await openWorkspace(origin);
  await add('a');
  expect(await readdir(origin)).toContain(JOURNAL);
  await closeWorkspace();
  expect((await readdir(origin)).filter((name) => name.startsWith(DATABASE))).toEqual([DATABASE]);
});
