import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { quoteText } from '@/lib/workspace/quote';
import type { WorkerJob } from './protocol';
import { StageDb } from './stage-db';

type StageJob = Pick<WorkerJob, 'files' | 'memoryBytes' | 'threads' | 'uploadDir' | 'stageDir' | 'stageFile'>;

export type Stage = { connect(): Promise<StageDb>; close(): Promise<void> };

const SPILL_LEAST = 1024 ** 3;

/**
 * The worker's own engine: an in-memory database for what is being checked (spilling into the stage folder), with the
 * stage file attached as `stage`. Hardened in the order that counts: the file system is shut last but one, then the
 * configuration is locked. Only the upload and the stage folder can be opened.
 */
export async function openStage(job: StageJob): Promise<Stage> {
  const spill = join(job.stageDir, 'spill');
  await mkdir(spill, { recursive: true });
  const totalBytes = job.files.reduce((sum, file) => sum + file.size, 0);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${job.memoryBytes}B`,
    threads: String(Math.max(1, job.threads)),
    temp_directory: spill,
    max_temp_directory_size: `${SPILL_LEAST + 8 * totalBytes}B`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
    enable_external_file_cache: 'false',
  });
  const first = await instance.connect();
  // The stage is written once, read once and thrown away: a log and compression cost more than they save.
  await first.run(`ATTACH ${quoteText(job.stageFile)} AS stage (RECOVERY_MODE NO_WAL_WRITES)`);
  await first.run("SET force_compression = 'uncompressed'");
  const folders = [job.uploadDir, job.stageDir].map(quoteText);
  await first.run(`SET allowed_directories = [${folders.join(', ')}]`);
  await first.run("SET allowed_configs = ['enable_progress_bar', 'enable_progress_bar_print']");
  await first.run('SET enable_external_access = false');
  await first.run('SET lock_configuration = true');
  first.closeSync();

  return {
    connect: async () => {
      const connection = await instance.connect();
      // The engine says how far a statement is only where it would draw a bar.
      await connection.run('SET enable_progress_bar = true');
      await connection.run('SET enable_progress_bar_print = false');
      return new StageDb(connection);
    },
    close: async () => {
      const last = await instance.connect();
      await last.run('CHECKPOINT stage');
      await last.run('DETACH stage');
      last.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}
