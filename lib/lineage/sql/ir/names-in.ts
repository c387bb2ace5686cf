import type { NameParts } from '../statement';
import type { Body, BodyStatement } from './body';

/** Every name in a definition that may be an object: tables, functions, procedures. Some are aliases and CTEs. */
export function namesIn(body: Body): NameParts[] {
  const names = new Map<string, NameParts>();
  const add = (parts: NameParts) => names.set(parts.join('\u0000').toLowerCase(), parts);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind === 'column') return;
      if ('parts' in value && isNameParts(value.parts)) add(value.parts);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  const statements = (list: readonly BodyStatement[]): void => {
    for (const { tree, target, call, dynamic } of list) {
      walk(tree);
      if (target !== null) add(target);
      if (call !== null && call.name !== null) add(call.name);
      if (dynamic !== null) statements(dynamic.statements);
    }
  };
  statements(body.statements);
  if (body.on !== null) add(body.on.name);
  return [...names.values()];
}

function isNameParts(value: unknown): value is NameParts {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
}
