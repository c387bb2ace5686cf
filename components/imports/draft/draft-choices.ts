import { z } from 'zod';
import { type ChoicesChange, Choices as ChoicesSchema, SourceChoice } from '@/lib/imports/choices';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';

/** The choices as they are typed; numbers are text until they are checked. */
export type DraftChoices = {
  sourceName: string;
  database: string;
  /** Null: the one the scripts look like. */
  dialect: SqlDialect | null;
  mode: 'replace' | 'merge';
  onBadRecord: NonNullable<ChoicesChange['onBadRecord']>;
  maxRejects: string;
  maxRejectPercent: string;
  ownerName: string;
};

export const initialChoices: DraftChoices = {
  sourceName: '',
  database: '',
  dialect: null,
  mode: 'replace',
  onBadRecord: 'stop',
  maxRejects: '1000',
  maxRejectPercent: '10',
  ownerName: '',
};

export type ChoiceErrors = Partial<Record<keyof DraftChoices, string>>;
export type CheckedChoices = { ok: true; choices: ChoicesChange } | { ok: false; errors: ChoiceErrors };

const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/, 'a whole number from 0 up')
  .transform(Number)
  .pipe(ChoicesSchema.shape.maxRejects.unwrap());
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, 'a number from 0 to 100')
  .transform(Number)
  .pipe(z.number().max(100, 'a number from 0 to 100'));

const Typed = z.object({
  sourceName: z.string().trim().min(1, 'Give the source a name').max(128, 'At most 128 characters'),
  database: z.string().trim().max(128, 'At most 128 characters'),
  mode: z.enum(['replace', 'merge']),
  onBadRecord: ChoicesSchema.shape.onBadRecord.unwrap(),
  ownerName: z.string().trim().max(80, 'At most 80 characters'),
});

/**
 * Checks what was typed; each error says what is allowed. The limits count only when good records are kept, the source, in
 * this dialect, only for scripts and the files of an extract.
 */
export function checkChoices(typed: DraftChoices, hasExtract: boolean, dialect: SqlDialect): CheckedChoices {
  const keeps = typed.onBadRecord === 'keep';
  const schema = keeps ? Typed.extend({ maxRejects: wholeNumber, maxRejectPercent: percent }) : Typed;
  const parsed = schema.safeParse({
    ...typed,
    ...(hasExtract ? {} : { sourceName: '-', database: '' }),
    maxRejects: plainNumber(typed.maxRejects),
    maxRejectPercent: plainNumber(typed.maxRejectPercent),
  });
  if (!parsed.success) {
    const errors: ChoiceErrors = {};
    for (const issue of parsed.error.issues) errors[issue.path[0] as keyof DraftChoices] ??= issue.message;
    return { ok: false, errors };
  }
  const { sourceName, database, mode, onBadRecord, ownerName, ...limits } = parsed.data;
  return {
    ok: true,
    choices: {
      ...(hasExtract
        ? {
            source: SourceChoice.parse({
              name: sourceName,
              dialect,
              ...(database === '' ? {} : { database }),
            }),
            mode,
          }
        : {}),
      onBadRecord,
      ...limits,
      ...(ownerName === '' ? {} : { owner: ownerName }),
    },
  };
}

/** `1,000` is how the screens write a number, so it may be typed like that. */
function plainNumber(text: string): string {
  return text
    .trim()
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(/\s*%$/, '');
}
