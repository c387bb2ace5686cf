import type { Output } from '../ir/ir';
import { adaptItems } from './adapt-items';
import { adaptTargetName } from './adapt-name';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, nodeOf, textsOf } from './syntax-node';

/** The OUTPUT or RETURNING clause of a change. A column list after INTO makes its target look like a call. */
export function adaptOutput(adapt: Adapter, change: Fields): Output | null {
  const clause = change.output ?? change.returning;
  if (clause === null || clause === undefined) return null;
  if (Array.isArray(clause)) {
    return clause.length === 0 ? null : { items: adaptItems(adapt, clause), into: null };
  }
  const fields = fieldsOf(fieldsOf(clause).returning ?? fieldsOf(clause).output ?? clause);
  const target = fields.into_table ?? fields.into;
  const name = target === null || target === undefined ? null : adaptTargetName(target, adapt);
  const call = nodeOf(target);
  const withList = call?.kind === 'method_call' || call?.kind === 'function';
  return {
    items: adaptItems(adapt, listOf(fields.columns ?? fields.expressions)),
    into: name === null ? null : { name, columns: withList ? textsOf(call.fields.args) : [] },
  };
}
