import type { Source } from '../ir/ir';
import type { Binder } from './binder';
import { type BoundSource, boundColumn } from './bound-source';
import { raise } from './flow';
import type { Scope } from './scope';

/** PIVOT: the new columns come from the aggregated ones; what is neither aggregated nor turned stays. */
export function bindPivot(
  binder: Binder,
  pivot: Extract<Source, { kind: 'pivot' }>,
  inner: BoundSource,
  scope: Scope,
): BoundSource {
  const inside: Scope = { ...scope, sources: [inner] };
  const values = raise(
    pivot.values.flatMap((it) => binder.flows(it, inside)),
    'aggregate',
  );
  const on = pivot.on.flatMap((it) => binder.flows(it, inside));
  const used = new Set(
    [...values, ...on].map(({ relation, column }) => `${relation.key}|${column.toLowerCase()}`),
  );
  const kept = (inner.columns ?? []).filter(
    ({ flows }) => !flows.some(({ relation, column }) => used.has(`${relation.key}|${column.toLowerCase()}`)),
  );
  binder.frame.influence(on, 'filter');
  const made = pivot.made.map((name) => boundColumn(name, values));
  const open = inner.columns === null && inner.relation !== null ? [inner.relation] : inner.open;
  return {
    alias: pivot.alias ?? inner.alias,
    relation: null,
    columns: [...kept, ...made],
    open,
    made: null,
    base: null,
  };
}

/** UNPIVOT: value and name columns come from the listed ones; the others stay. */
export function bindUnpivot(
  binder: Binder,
  unpivot: Extract<Source, { kind: 'unpivot' }>,
  inner: BoundSource,
  scope: Scope,
): BoundSource {
  const inputs = unpivot.inputs.flatMap((it) => binder.flows(it, { ...scope, sources: [inner] }));
  const names = new Set(
    unpivot.inputs.flatMap((it) => (it.kind === 'column' ? (it.name.parts.at(-1)?.toLowerCase() ?? []) : [])),
  );
  const kept = (inner.columns ?? []).filter(({ key }) => !names.has(key));
  const made = [boundColumn(unpivot.nameColumn, []), boundColumn(unpivot.valueColumn, inputs)];
  const open = inner.columns === null && inner.relation !== null ? [inner.relation] : inner.open;
  return {
    alias: unpivot.alias ?? inner.alias,
    relation: null,
    columns: [...kept, ...made],
    open,
    made: null,
    base: null,
  };
}
