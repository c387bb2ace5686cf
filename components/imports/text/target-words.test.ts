import { expect, test } from 'vitest';
import type { Import } from '@/lib/imports/contract';
import { targetWords } from './target-words';

const source = { name: 'Sales', dialect: 'tsql' } as const;

function made(changes: Partial<Import>, roles: Array<Import['files'][number]['role']>): Import {
  const files = roles.map((role) => ({ role }));
  return { kind: 'import', mode: 'replace', source, choices: {}, files, ...changes } as Import;
}

test.each([
  ['replaces Sales', made({}, ['objects'])],
  ['added to Sales', made({ mode: 'merge' }, [null])],
  ['rolls back #4', made({ kind: 'rollback', rollsBack: 4 }, [])],
  [
    'into staff',
    made({ choices: { datasets: { 'main.staff': {} } } as unknown as Import['choices'] }, ['rows']),
  ],
  [
    'into staff and 1 more',
    made(
      {
        choices: {
          datasets: { 'main.staff': {}, 'hr.units': {} },
          formats: [{ file: 1, kind: 'rows' }],
        } as unknown as Import['choices'],
      },
      [null],
    ),
  ],
  [
    'replaces Sales, into staff',
    made({ choices: { datasets: { 'main.staff': {} } } as unknown as Import['choices'] }, [
      'objects',
      'rows',
    ]),
  ],
])('%s', (words, import_) => expect(targetWords(import_)).toBe(words));
