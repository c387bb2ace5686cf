import { spawnSync } from 'node:child_process';

const COLUMNS =
  'id BIGINT, customer INTEGER, amount NUMERIC(18, 2), placed TIMESTAMP, token TEXT, country TEXT';

/** Runs a script with psql; its connection comes from the environment (PGHOST, PGUSER ...). */
function psql(script: string): boolean {
  const args = ['--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1', '--file', '-'];
  return spawnSync('psql', args, { input: script, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
}

/** Milliseconds of `COPY` into a staging table and `INSERT ... ON CONFLICT` from there, with a primary key; null without a server. */
export function postgresUpsert(before: string, changes: string): number | null {
  if (!psql('SELECT 1;')) return null;
  const table = 'headwater_bench_orders';
  const drop = `DROP TABLE IF EXISTS ${table}, ${table}_new;`;
  try {
    const made = psql(
      `${drop}\nCREATE TABLE ${table} (${COLUMNS}, PRIMARY KEY (id));\n\\copy ${table} FROM '${before}' (FORMAT csv, HEADER)\n`,
    );
    const started = performance.now();
    const names = COLUMNS.split(', ').flatMap((column) => /^[a-z]+/.exec(column)?.[0] ?? []);
    const set = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
    const done = psql(
      `CREATE TABLE ${table}_new (${COLUMNS});\n\\copy ${table}_new FROM '${changes}' (FORMAT csv, HEADER)
       INSERT INTO ${table} SELECT * FROM ${table}_new ON CONFLICT (id) DO UPDATE SET ${set.join(', ')};`,
    );
    if (!made || !done) throw new Error('PostgreSQL is there, but the load failed.');
    return performance.now() - started;
  } finally {
    psql(drop);
  }
}
