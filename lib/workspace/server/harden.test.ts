import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { connect } from './connect';
import { currentWorkspace, workspacePaths } from './workspace';

const workspace = tempWorkspaceForEach();

/** Runs a statement as the engine would if one of our own checks were missing. */
async function engine(sql: string): Promise<unknown> {
  const connection = await connect((await currentWorkspace()).instance);
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.disconnectSync();
  }
}

async function makeFiles(): Promise<void> {
  const { staging, dir } = await workspacePaths();
  await writeFile(join(dir, 'secret.csv'), 'a,b\n1,2\n');
  await mkdir(join(staging, 'one'));
  await symlink(join(dir, 'secret.csv'), join(staging, 'one', 'link.csv'));
  await symlink('/etc', join(staging, 'one', 'etc'));
  const instance = await DuckDBInstance.create(join(dir, 'other.duckdb'));
  const connection = await instance.connect();
  await connection.run('CREATE TABLE t AS SELECT 1 AS x');
  connection.closeSync();
  instance.closeSync();
  await link(join(dir, 'other.duckdb'), join(staging, 'one', 'stage.duckdb'));
}

test.each([
  "SELECT * FROM read_csv('{dir}/secret.csv')",
  "SELECT * FROM '{dir}/secret.csv'",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_csv('{staging}/one/link.csv')",
  "SELECT * FROM read_text('{staging}/one/etc/passwd')",
  "SELECT * FROM read_csv('{staging}/../secret.csv')",
  "SELECT * FROM read_csv('{staging}-x/secret.csv')",
  "SELECT * FROM read_parquet('http://127.0.0.1:9/x.parquet')",
  "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
  "COPY imports TO '{dir}/out.csv'",
  "COPY imports TO '/tmp/headwater-out.csv'",
  "COPY imports FROM '{dir}/secret.csv'",
  "EXPORT DATABASE '{dir}/export'",
  "IMPORT DATABASE '{dir}/export'",
  "ATTACH '{dir}/other.duckdb' AS o",
  "ATTACH '{dir}/other.duckdb' AS o (READ_ONLY)",
  "ATTACH '{dir}/new.duckdb' AS o",
  "ATTACH '/tmp/headwater-new.duckdb' AS o",
  'INSTALL httpfs',
  'LOAD httpfs',
  "LOAD '{staging}/one/x.duckdb_extension'",
  'SET enable_external_access = true',
  'RESET enable_external_access',
  "SET allowed_directories = ['/']",
  "SET GLOBAL max_temp_directory_size = '100TB'",
  "SET allowed_configs = ['threads']",
  'SET lock_configuration = false',
  "SET temp_directory = '/tmp'",
  'SET threads = 64',
  'CREATE PERSISTENT SECRET s (TYPE http)',
  "SELECT getenv('PATH')",
])('the engine refuses %s', async (template) => {
  await makeFiles();
  const { staging, dir } = await workspacePaths();
  const sql = template.replaceAll('{dir}', dir).replaceAll('{staging}', staging);
  await expect(engine(sql)).rejects.toThrow();
});

test('a glob outside finds nothing', async () => {
  await makeFiles();
  const found = engine(`SELECT * FROM glob('${workspace.dir}/*')`);
  await expect(found.catch(() => [])).resolves.toEqual([]);
});

test('a stage file in a folder made later can be attached and read', async () => {
  await makeFiles();
  const { staging } = await workspacePaths();
  await engine(`ATTACH '${staging}/one/stage.duckdb' AS stage (READ_ONLY)`);
  expect(await engine('SELECT x FROM stage.main.t')).toEqual([[1]]);
});

test('limits are those of the settings, and spill files stay in the workspace', async () => {
  const value = async (name: string) => String(await engine(`SELECT current_setting('${name}')`));
  expect(await value('memory_limit')).toMatch(/1\.0 GiB|1024\.0 MiB/);
  expect(await value('temp_directory')).toBe((await workspacePaths()).spill);
  expect(Number(await value('threads'))).toBeLessThanOrEqual(4);
  for (const name of [
    'enable_external_access',
    'autoinstall_known_extensions',
    'autoload_known_extensions',
    'allow_community_extensions',
    'allow_unsigned_extensions',
    'allow_persistent_secrets',
    'enable_external_file_cache',
  ]) {
    expect([name, await value(name)]).toEqual([name, 'false']);
  }
  expect(await value('lock_configuration')).toBe('true');
});
