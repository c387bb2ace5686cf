import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeWorkspace } from './close-workspace';
import { read } from './read';
import { openWorkspace } from './workspace';

const ROWS = 500;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'headwater-probe-'));
});

afterEach(async () => {
  await closeWorkspace();
  await rm(root, { recursive: true, force: true });
});

/** The files of a workspace that was killed between a commit of ROWS rows and its checkpoint. */
async function killedWorkspace(): Promise<{ database: Buffer; log: Buffer }> {
  const dir = join(root, 'origin');
  await openWorkspace(dir);
  await closeWorkspace();
  const file = join(dir, 'workspace.duckdb');
  const instance = await DuckDBInstance.create(file, { checkpoint_threshold: '1TB' });
  const connection = await instance.connect();
  await connection.run(`INSERT INTO workspace_info SELECT 'late', 'row ' || range FROM range(${ROWS})`);
  await copyFile(`${file}.wal`, join(root, 'log'));
  await copyFile(file, join(root, 'database'));
  connection.closeSync();
  instance.closeSync();
  return { database: await readFile(join(root, 'database')), log: await readFile(join(root, 'log')) };
}

async function openWith(name: string, database: Buffer, log: Buffer): Promise<string> {
  const dir = join(root, name);
  await mkdir(dir);
  await writeFile(join(dir, 'workspace.duckdb'), database);
  await writeFile(join(dir, 'workspace.duckdb.wal'), log);
  try {
    await openWorkspace(dir);
    const counted = await read((db) =>
      db.columns("SELECT count(*) AS n, count(DISTINCT value) AS d FROM workspace_info WHERE name = 'late'"),
    );
    return JSON.stringify(counted);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await closeWorkspace();
  }
}

const ALL = JSON.stringify({ n: [ROWS], d: [ROWS] });
const NONE = JSON.stringify({ n: [0], d: [0] });

test('after a kill between commit and checkpoint everything committed is there', async () => {
  const { database, log } = await killedWorkspace();
  expect(await openWith('copy', database, log)).toBe(ALL);
});

describe('a damaged log', () => {
  test('cut at any place: all of the commit or none of it', async () => {
    const { database, log } = await killedWorkspace();
    const outcomes = new Set<string>();
    for (let part = 0; part <= 5; part += 1) {
      const length = Math.floor((log.length * part) / 5);
      outcomes.add(await openWith(`cut-${part}`, database, log.subarray(0, length)));
    }
    expect([...outcomes].sort()).toEqual([NONE, ALL].sort());
  });

  test('with flipped bits: the data as it was, or one line that says what to do; this process goes on', async () => {
    const { database, log } = await killedWorkspace();
    let refused = 0;
    for (let part = 0; part < 5; part += 1) {
      const damaged = Buffer.from(log);
      const place = Math.floor((log.length * part) / 5) + 5;
      damaged[place] = (damaged[place] ?? 0) ^ 0xff;
      const outcome = await openWith(`flip-${part}`, database, damaged);
      if (outcome !== ALL && outcome !== NONE) {
        expect(outcome).toMatch(
          /workspace\.duckdb cannot be opened: .+ Nothing was deleted\. .*move .*\.wal away/s,
        );
        expect(outcome).not.toContain('\n');
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(await openWith('whole', database, log)).toBe(ALL);
  });
});
