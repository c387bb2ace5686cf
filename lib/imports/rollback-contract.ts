import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { DisplayName } from '@/lib/identity/owner';
import { Import, ImportId } from './contract';
import { RollbackOutcome } from './rollback';

const RollbackPreview = RollbackOutcome.extend({
  import: z.int(),
  /** Objects that come into the lineage and that leave it: of the catalog, datasets, and files that feed datasets. */
  lineage: z.object({ objects: z.object({ added: z.int(), removed: z.int() }) }),
});
export type RollbackPreview = z.infer<typeof RollbackPreview>;

export const previewRollback = defineEndpoint({
  method: 'GET',
  path: '/api/imports/{id}/rollback',
  summary:
    'What rolling an import back would do now: rows restored, removed, and kept because they changed since, and objects that come into the lineage or leave it.',
  params: ImportId,
  response: RollbackPreview,
  errors: ['not-found', 'conflicting-state', 'deadline'],
});

export const rollBackImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports/{id}/rollback',
  summary:
    'Roll an import back: a new import of kind `rollback` with a number and a receipt of its own. `id` makes it repeatable.',
  params: ImportId,
  body: z.object({ id: z.uuid().optional(), owner: DisplayName.optional() }),
  response: Import,
  status: 202,
  errors: ['not-found', 'import-busy', 'conflicting-state'],
});
