import 'server-only';

type Columns = Record<string, unknown[]>;

/** The named columns, each checked value by value: bulk reads skip zod, not the check. @throws TypeError */
export function textColumns<const N extends string>(
  columns: Columns,
  names: readonly N[],
): Record<N, string[]> {
  return pick(columns, names, (value) => typeof value === 'string');
}

/** @throws TypeError when a value is no number */
export function numberColumns<const N extends string>(
  columns: Columns,
  names: readonly N[],
): Record<N, number[]> {
  return pick(columns, names, (value) => typeof value === 'number');
}

function pick<N extends string, T>(
  columns: Columns,
  names: readonly N[],
  accepts: (value: unknown) => boolean,
): Record<N, T[]> {
  const picked = names.map((name) => {
    const values = columns[name] ?? [];
    const wrong = values.findIndex((value) => !accepts(value));
    if (wrong !== -1) throw new TypeError(`row ${wrong} of column ${name} has an unexpected type`);
    return [name, values];
  });
  return Object.fromEntries(picked) as Record<N, T[]>;
}
