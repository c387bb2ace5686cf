import { z } from 'zod';
import { DATASETS_SOURCE } from '@/lib/datasets/datasets-source';
import { DisplayName } from '@/lib/identity/owner';
import { sqlDialects } from '@/lib/lineage/sql/dialect';
import { ROW_CHOICES } from './row-choices';

export const Dialect = z.enum(sqlDialects);
export type Dialect = z.infer<typeof Dialect>;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'a name without control characters');

/** The source of catalog facts: a name, the SQL dialect of its definitions, and the database its objects live in. */
export const SourceChoice = z.object({
  name: Name.refine(
    (name) => name.toLowerCase() !== DATASETS_SOURCE,
    'the name of the datasets of this workspace; choose another one',
  ),
  dialect: Dialect.default('tsql'),
  /** Database part of the objects' names; the source's name when not given. */
  database: Name.optional(),
});

/** `replace` and `merge` for the files of an extract; `append` (default), `replace` and `upsert` for rows. */
export const ImportMode = z.enum(['replace', 'merge', 'append', 'upsert']);
export type ImportMode = z.infer<typeof ImportMode>;

const onBadRecord = z.enum(['stop', 'keep']);
const maxRejects = z.int().min(0);
const maxRejectPercent = z.number().min(0).max(100);

/** The choices of one call, each optional; what is left out stays as it was. Unknown ones are refused, not ignored. */
export const ChoicesChange = z.strictObject({
  source: SourceChoice.optional(),
  mode: ImportMode.optional(),
  onBadRecord: onBadRecord.optional(),
  maxRejects: maxRejects.optional(),
  maxRejectPercent: maxRejectPercent.optional(),
  owner: DisplayName.optional(),
  /** Counts what would happen and publishes nothing. */
  dryRun: z.boolean().optional(),
  ...ROW_CHOICES,
});
export type ChoicesChange = z.infer<typeof ChoicesChange>;

/** What a person decides before the start; the same names as multipart fields. Without a source: the one named `default`. */
export const Choices = z.object({
  source: SourceChoice.optional(),
  /** Not given: `replace` for the files of an extract, `append` for rows. */
  mode: ImportMode.optional(),
  onBadRecord: onBadRecord.default('stop'),
  maxRejects: maxRejects.default(1000),
  maxRejectPercent: maxRejectPercent.default(10),
  owner: DisplayName.optional(),
  dryRun: z.boolean().default(false),
  ...ROW_CHOICES,
});
export type Choices = z.infer<typeof Choices>;
