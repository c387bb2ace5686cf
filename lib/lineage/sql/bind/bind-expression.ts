import type { Expression } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import type { Binder } from './binder';
import { type Flow, raise } from './flow';
import { findColumn, findSource, resolveColumn } from './resolve-column';
import type { Scope } from './scope';

/** What an expression is made of: base columns and variables, each with the kind of its way here. */
export function bindExpression(binder: Binder, expression: Expression, scope: Scope): readonly Flow[] {
  const flowsOf = (parts: readonly Expression[]) => parts.flatMap((part) => binder.flows(part, scope));
  switch (expression.kind) {
    case 'column':
      return resolveColumn(expression.name, scope, binder);
    case 'variable': {
      const { name } = expression;
      return [{ relation: binder.locals.variable(name), column: name, kind: 'direct' }];
    }
    case 'window':
      return raise(flowsOf(expression.parts), 'window');
    case 'query': {
      const { columns, open } = binder.query(expression.query, scope);
      if (expression.exists) return [];
      const stars = open.map((relation): Flow => ({ relation, column: '*', kind: 'direct' }));
      const all = [...columns.flatMap(({ flows }) => flows), ...stars];
      // Several columns as one value: FOR XML, FOR JSON.
      return columns.length > 1 || open.length > 0 ? raise(all, 'expression') : all;
    }
    case 'call':
      return bindCall(binder, expression, scope);
    case 'made':
      return raise(flowsOf(expression.parts), 'expression');
  }
}

/** `dbo.fn(x)` calls a function; `alias.column.method(x)` and `column.method(x)` are made of a column. */
function bindCall(binder: Binder, call: Extract<Expression, { kind: 'call' }>, scope: Scope): Flow[] {
  const parts = call.parts.flatMap((part) => binder.flows(part, scope));
  const receiver = call.name === null ? [] : call.name.parts.slice(0, -1);
  if (call.name !== null) {
    const own = receiver.length === 0 ? null : receiverFlows(binder, receiver, scope);
    if (own !== null) return raise([...own, ...parts], 'expression');
    const callee = call.aggregate ? null : binder.callee(call.name);
    if (callee !== null) {
      binder.frame.touch('calls', callee, call.name.at);
      parts.push(...returned(callee));
    }
  }
  return raise(parts, call.aggregate ? 'aggregate' : 'expression');
}

/** What a function gives, where its only column is known. */
function returned(callee: Relation): Flow[] {
  const [column, ...more] = callee.columns ?? [];
  if (callee.type !== 'function' || column === undefined || more.length > 0) return [];
  return [{ relation: callee, column, kind: 'expression' }];
}

function receiverFlows(binder: Binder, receiver: readonly string[], scope: Scope): readonly Flow[] | null {
  const name = { parts: receiver };
  if (receiver.length > 1)
    return findSource(receiver.slice(0, -1), scope) === null ? null : resolveColumn(name, scope, binder);
  const known = scope.sources.some(({ columns }) =>
    columns?.some(({ key }) => key === receiver[0]?.toLowerCase()),
  );
  return known ? findColumn(name, scope, binder.frame) : null;
}
