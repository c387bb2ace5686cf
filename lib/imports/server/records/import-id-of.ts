import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';

/**
 * The id of a new import: the one in the body, the `Idempotency-Key`, or a fresh one.
 * @throws AppError invalid-request when the key is no UUID, or both are given and differ
 */
export function importIdOf(bodyId: string | undefined, idempotencyKey: string | null): string {
  const key = idempotencyKey?.trim().toLowerCase();
  const id = bodyId?.toLowerCase();
  if (key !== undefined && !z.uuid().safeParse(key).success) throw badKey('a UUID');
  if (key !== undefined && id !== undefined && key !== id) throw badKey('the same as the id in the body');
  return id ?? key ?? crypto.randomUUID();
}

function badKey(expected: string): AppError {
  return new AppError('invalid-request', `Idempotency-Key must be ${expected}.`, {
    invalidParams: [{ name: 'Idempotency-Key', reason: expected }],
  });
}
