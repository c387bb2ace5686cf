import type { Merge, MergeAction } from '../ir/ir';
import { adaptAssignments, adaptValues } from './adapt-assignments';
import { adaptOutput } from './adapt-output';
import { adaptCtes, expressions } from './adapt-query';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, nodeOf, textOf, textsOf } from './syntax-node';

/** A MERGE with its WHEN clauses. */
export function adaptMerge(adapt: Adapter, fields: Fields): Merge {
  const whens = fieldsOf(fieldsOf(fields.whens).whens ?? fields.whens);
  const [on = null] = expressions(adapt, fields, ['on']);
  return {
    kind: 'merge',
    with: adaptCtes(adapt, fields.with ?? fields.with_),
    target: adapt.source(fields.this),
    using: adapt.source(fields.using),
    on,
    whens: listOf(whens.expressions).map((item) => {
      const when = fieldsOf(fieldsOf(item).when);
      return {
        condition: expressions(adapt, when, ['condition'])[0] ?? null,
        action: adaptAction(adapt, when.then),
      };
    }),
    output: adaptOutput(adapt, fields),
  };
}

/** `THEN` is a word, or a tuple that begins with it. */
function adaptAction(adapt: Adapter, then: unknown): MergeAction {
  const [verb, first, second] = listOf(fieldsOf(fieldsOf(then).tuple).expressions);
  const word = (textOf(verb) ?? '').toUpperCase();
  const tuple = nodeOf(first)?.kind === 'tuple' ? nodeOf(first) : null;
  if (word !== 'UPDATE' && word !== 'INSERT') return { kind: 'delete' };
  if (tuple === null) return { kind: 'all-columns' };
  const items = listOf(tuple.fields.expressions);
  if (word === 'UPDATE') return { kind: 'update', set: adaptAssignments(adapt, items) };
  if (second === undefined) return { kind: 'insert', columns: [], values: adaptValues(adapt, items) };
  const values = listOf(fieldsOf(fieldsOf(second).tuple).expressions);
  return { kind: 'insert', columns: textsOf(items), values: adaptValues(adapt, values) };
}
