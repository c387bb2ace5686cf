import { readyFiles } from '../session/session-state';
import type { ImportSession } from '../session/session-verbs';

const FILES = ['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs'].map(
  (role) => `${role}.parquet`,
);

/**
 * Imports the sample warehouse the way a person would: its files become a draft, are sent and started. Resolves when
 * the server has answered the start.
 * @throws Error when a sample file cannot be fetched or is damaged.
 */
export async function loadSample(session: ImportSession): Promise<void> {
  const files = await Promise.all(FILES.map(fetchSample));
  session.addFiles(files);
  session.setChoices({ sourceName: 'Sample warehouse' });
  await recognised(session, files.length);
  await session.start('refuse');
}

async function fetchSample(name: string): Promise<File> {
  const answer = await fetch(`/samples/${name}`);
  if (!answer.ok) throw new Error(`The sample file ${name} is not there (${answer.status}).`);
  return new File([await answer.blob()], name, { type: 'application/vnd.apache.parquet' });
}

/** Resolves once all files have been looked into. */
function recognised(session: ImportSession, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const state = session.state();
      if (state.files.some((file) => file.preview === null)) return;
      stop();
      if (readyFiles(state).length === count) resolve();
      else reject(new Error('The sample files are damaged.'));
    };
    const stop = session.subscribe(check);
    check();
  });
}
