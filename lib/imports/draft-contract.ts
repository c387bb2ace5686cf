import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { SnapshotQuery } from '@/lib/http/page';
import { Import, ImportId } from './contract';
import { SavedRecipe } from './recipe';
import { DatasetName } from './row-choices';

export const dryRunDraft = defineEndpoint({
  method: 'POST',
  path: '/api/imports/{id}/dry-run',
  summary:
    'Count what starting a draft would do: an import of its own (`dryRun`, no number, not in the history) over the same uploaded bytes. It needs no lock and goes on beside imports. The draft stays and can be started. `Prefer` as for start.',
  params: z.object({ id: z.uuid() }),
  body: z.object({}).optional(),
  response: Import,
  status: 202,
  errors: ['not-found', 'conflicting-state', 'checksum-mismatch', 'disk-full'],
});

export const resumeImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports/{id}/resume',
  summary:
    'Let a paused import go on: it would do something else than its `expectedDryRun` counted, and asks (`pause`). Cancel it otherwise.',
  params: ImportId,
  body: z.object({}).optional(),
  response: Import,
  status: 202,
  errors: ['not-found', 'conflicting-state'],
});

const HASHES = /^[0-9a-f]{64}(,[0-9a-f]{64}){0,99}$/;

export const listSameFiles = defineEndpoint({
  method: 'GET',
  path: '/api/imports/same-files',
  summary:
    'Which of these files (comma list of SHA-256 in hex) were imported before: for each, the newest import that brought the same bytes and was not rolled back.',
  query: z.object({ sha256: z.string().regex(HASHES, 'up to 100 SHA-256 in hex, parted by commas') }),
  response: z.object({
    items: z.array(z.object({ sha256: z.string(), number: z.int(), at: z.iso.datetime() })),
  }),
});

export const listRecipes = defineEndpoint({
  method: 'GET',
  path: '/api/recipes',
  summary:
    'What was confirmed for files with the same header (JSON list of column names, whatever their case), or for one dataset, as of a snapshot; newest first.',
  query: SnapshotQuery.extend({
    header: z.string().max(500_000).optional(),
    dataset: DatasetName.optional(),
    /** Also the versions that later ones took the place of, or that were taken back. */
    versions: z.stringbool().default(false),
  }),
  response: z.object({ items: z.array(SavedRecipe), total: z.int() }),
});
