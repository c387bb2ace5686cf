import { AppError } from '@/lib/errors/app-error';

/** A place in the objects of a snapshot; pages behind it stay on that snapshot. */
export type ObjectCursor = { readonly snapshot: number; readonly object: number };

export function writeObjectCursor({ snapshot, object }: ObjectCursor): string {
  return `${snapshot}.${object}`;
}

/** @throws AppError invalid-request when the text is no cursor of ours */
export function readObjectCursor(cursor: string): ObjectCursor {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(cursor);
  if (match === null) {
    throw new AppError(
      'invalid-request',
      'The cursor is not valid. Take it from `nextCursor` of an answer.',
      {
        invalidParams: [{ name: 'cursor', reason: 'not a cursor of this list' }],
      },
    );
  }
  return { snapshot: Number(match[1]), object: Number(match[2]) };
}
