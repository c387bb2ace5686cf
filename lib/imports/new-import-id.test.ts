import { expect, test } from 'vitest';
import { z } from 'zod';
import { newImportId } from './new-import-id';

test('ids are valid random UUIDs and differ', () => {
  const ids = Array.from({ length: 200 }, newImportId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(200);
});
