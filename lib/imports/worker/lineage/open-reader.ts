import { z } from 'zod';
import type { Body } from '@/lib/lineage/sql/ir/body';
import type { Outline } from '@/lib/lineage/sql/model/outline';
import { unpackBody } from '@/lib/lineage/sql/threads/read-answer';
import type { WorkerJob } from '../protocol';
import type { StageDb } from '../stage-db';
import { BodyStore } from './body-store';
import { openThreads } from './open-threads';
import type { ListedDefinition } from './read-model';

/** Texts that wait for a thread. */
const WAITING_MOST = 200;

const TextRow = z.object({ object: z.string(), definition: z.string() });

export type DefinitionReader = {
  /** Reads the definitions of which nothing is known. */
  readUnknown(): Promise<ReadonlyMap<string, Outline>>;
  /** The body and the text of a definition; one that was known is read now. */
  take(definition: ListedDefinition): Promise<{ body: Body; text: string }>;
  close(): Promise<void>;
};

/** Reads definitions in threads beside this one, which holds no parser: imports without new definitions do not wait for it to load. */
export function openReader(
  db: StageDb,
  { stageDir, threads }: Pick<WorkerJob, 'stageDir' | 'threads'>,
  definitions: readonly ListedDefinition[],
): DefinitionReader {
  const store = new BodyStore(stageDir);
  const byId = new Map(definitions.map((it) => [it.id, it]));
  const unknown = definitions.filter(({ known }) => known === null).length;
  const pool = openThreads(threads, unknown);
  const textOf = async (id: string) =>
    (
      await db.one(
        TextRow,
        'SELECT object, definition FROM stage.main.catalog_definitions WHERE object = $id',
        { id },
      )
    ).definition;
  return {
    async readUnknown() {
      const outlines = new Map<string, Outline>();
      const reading = new Set<Promise<void>>();
      if (unknown === 0) return outlines;
      for await (const { object: id, definition: text } of db.stream(TextRow, 'FROM to_read')) {
        const listed = byId.get(id);
        if (listed === undefined) continue;
        const task = pool.read({ ...listed.object, text }).then(({ outline, body }) => {
          outlines.set(id, outline);
          store.put(id, body, text);
          reading.delete(task);
        });
        reading.add(task);
        if (reading.size >= WAITING_MOST) await Promise.race(reading);
      }
      await Promise.all(reading);
      return outlines;
    },
    async take(definition) {
      if (definition.known === null) return store.take(definition.id);
      const text = await textOf(definition.id);
      return { body: unpackBody((await pool.read({ ...definition.object, text })).body), text };
    },
    async close() {
      store.close();
      await pool.close();
    },
  };
}
