import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { ChoicesChange } from './choices';

const NUMBERS = new Set(['maxRejects', 'maxRejectPercent']);
const JSON_FIELDS = new Set(['dryRun', 'saveRecipe', 'formats', 'datasets']);

/**
 * The number in field `parent`, null when it is not there.
 * @throws AppError invalid-request
 */
export function parentFromFields({ parent }: Readonly<Record<string, string>>): number | null {
  if (parent === undefined) return null;
  if (/^#?[1-9]\d{0,9}$/.test(parent.trim())) return Number(parent.trim().replace('#', ''));
  const reason = 'the number of the import whose rejects are corrected';
  throw new AppError('invalid-request', `parent: ${reason}`, { invalidParams: [{ name: 'parent', reason }] });
}

/**
 * Choices as multipart fields: objects and booleans as JSON text, numbers as text, `source=name` and `key=a,b` as short forms. Text
 * that is not what its field wants fails in the contract's own words.
 * @throws AppError invalid-request that names the field
 */
export function choicesFromFields({
  parent: _parent,
  ...fields
}: Readonly<Record<string, string>>): ChoicesChange {
  const given = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, fieldValue(name, text)]),
  );
  const parsed = ChoicesChange.safeParse(given);
  if (parsed.success) return parsed.data;
  const invalidParams = parsed.error.issues.map((issue) => ({
    name: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '(fields)'),
    reason: issue.message,
  }));
  const detail = invalidParams.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  throw new AppError('invalid-request', detail, { invalidParams });
}

function fieldValue(name: string, text: string): unknown {
  if (name === 'source') return text.trimStart().startsWith('{') ? fromJson(text) : { name: text };
  if (name === 'key') return text.trimStart().startsWith('[') ? fromJson(text) : text.split(',').map(trimmed);
  if (JSON_FIELDS.has(name)) return fromJson(text);
  if (NUMBERS.has(name)) return z.coerce.number().safeParse(text.trim() === '' ? 'x' : text).data ?? text;
  return text;
}

const trimmed = (text: string) => text.trim();

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
