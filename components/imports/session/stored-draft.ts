import { z } from 'zod';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import { Dialect } from '@/lib/imports/choices';
import { ExtractRole, FileFormat } from '@/lib/imports/contract';
import type { DraftFile } from '../draft/draft-file';
import type { SessionState } from './session-state';
import { StoredDataset, StoredOrder, StoredRowEdits } from './stored-rows';

const KEY = 'headwater.draft';

/** What is kept of a draft in this browser: enough to go on after a reload, never the rows of a file. */
const StoredDraft = z.object({
  importId: z.uuid(),
  choices: z.object({
    sourceName: z.string(),
    database: z.string(),
    dialect: Dialect.nullable().default(null),
    mode: z.enum(['replace', 'merge']),
    onBadRecord: z.enum(['stop', 'keep']),
    maxRejects: z.string(),
    maxRejectPercent: z.string(),
    ownerName: z.string(),
  }),
  files: z.array(
    z.object({
      key: z.string(),
      fileId: z.string(),
      name: z.string(),
      size: z.int(),
      lastModified: z.number(),
      format: FileFormat,
      role: ExtractRole,
      found: z.int(),
      expected: z.int(),
      records: z.object({ count: z.int(), exact: z.boolean() }),
      dialect: z.object({ delimiter: z.string(), quote: z.string(), header: z.boolean() }).nullable(),
      columns: z.array(z.object({ name: z.string(), type: z.string(), expected: z.boolean() })).max(2000),
    }),
  ),
  /** Files of rows and scripts: only the same file, chosen again, says what is in it; what was decided about it is kept. */
  rowFiles: z
    .array(
      z.object({
        key: z.string(),
        fileId: z.string(),
        name: z.string(),
        size: z.int(),
        lastModified: z.number(),
        rows: StoredRowEdits.optional(),
        readAs: z.literal('rows').optional(),
        rejectsOf: z.int().optional(),
        recipe: z.object({ dataset: z.string(), version: z.int() }).nullable().optional(),
      }),
    )
    .default([]),
  datasets: z.record(z.string(), StoredDataset).default({}),
  order: StoredOrder.default({ by: 'upload', hand: [] }),
  savesRecipe: z.boolean().default(true),
});
export type StoredDraft = z.infer<typeof StoredDraft>;

/** Keeps the draft for a reload of the page; a browser that forbids storage only loses that. */
export function storeDraft(storage: Storage | undefined, state: SessionState): void {
  const draft = state.draft;
  if (!draft || state.start === 'started') {
    forgetDraft(storage);
    return;
  }
  const files = state.files.flatMap((file): StoredDraft['files'] => {
    const fileId = draft.fileIds.get(file.key);
    const preview = file.preview;
    if (fileId === undefined || preview?.kind !== 'extract') return [];
    const { key, name, size, lastModified } = file;
    const { format, role, found, expected, records, dialect, table } = preview;
    return [
      {
        key,
        fileId,
        name,
        size,
        lastModified,
        format,
        role,
        found,
        expected,
        records,
        dialect,
        columns: table.columns,
      },
    ];
  });
  const rowFiles = state.files.flatMap(
    ({
      key,
      name,
      size,
      lastModified,
      preview,
      rows,
      readAs,
      rejectsOf,
      recipe,
    }): StoredDraft['rowFiles'] => {
      const fileId = draft.fileIds.get(key);
      return fileId === undefined || (preview?.kind !== 'rows' && preview?.kind !== 'script')
        ? []
        : [{ key, fileId, name, size, lastModified, rows, readAs, rejectsOf, recipe }];
    },
  );
  try {
    storage?.setItem(
      KEY,
      JSON.stringify({
        importId: draft.import.id,
        choices: state.choices,
        files,
        rowFiles,
        datasets: state.datasets,
        order: state.order,
        savesRecipe: state.savesRecipe,
      }),
    );
  } catch {
    // Storage is full or forbidden: the draft is still on the server, only this browser does not remember it.
    forgetDraft(storage);
  }
}

/** The kept draft, undefined when there is none or it is not readable. */
export function readStoredDraft(storage: Storage | undefined): StoredDraft | undefined {
  try {
    return StoredDraft.safeParse(JSON.parse(storage?.getItem(KEY) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** Forgets the kept draft. */
export function forgetDraft(storage: Storage | undefined): void {
  try {
    storage?.removeItem(KEY);
  } catch {
    // Forbidden storage holds nothing to forget.
    return;
  }
}

/** The files of a kept draft as the dialog lists them, without bytes and rows. */
export function restoreFiles(stored: StoredDraft): DraftFile[] {
  const rows = stored.rowFiles.map(
    ({ fileId: _, ...file }): DraftFile => ({ ...file, file: null, preview: null }),
  );
  const extract = stored.files.map(({ key, name, size, lastModified, columns, fileId: _, ...found }) => {
    const note = 'The page was loaded again. Choose the file once more to see its first rows.';
    const preview: FilePreview = { kind: 'extract', ...found, table: { columns, rows: [], note }, notes: [] };
    return { key, name, size, lastModified, file: null, preview };
  });
  return [...extract, ...rows];
}
