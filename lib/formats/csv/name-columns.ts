import type { TableQuestion } from './table-question';

/**
 * Names of columns from the header's records (none: `column_1` ...): several rows are joined with a space, an empty name becomes
 * `column_<n>`. A name that
 * is there again becomes `name_2`, with a question.
 */
export function nameColumns(
  headers: readonly string[][],
  width: number,
  line: number,
): { names: string[]; questions: TableQuestion[] } {
  const count = headers.length === 0 ? width : Math.max(...headers.map((row) => row.length));
  const names = Array.from({ length: count }, (_, index) => {
    const parts = headers.map((row) => (row[index] ?? '').trim()).filter((part) => part !== '');
    return parts.join(' ') || `column_${index + 1}`;
  });
  const plain = names.map((name) => name.toLowerCase());
  const twice = names.find((_, index) => plain.indexOf(plain[index] ?? '') !== index);
  if (twice === undefined) return { names, questions: [] };
  const message = `The column ${JSON.stringify(twice)} is there more than once in line ${line}. Give its columns names of their own.`;
  return { names: distinct(names), questions: [{ code: 'columns', line, message }] };
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
