import type { ObjectType } from './contract';

const WITHOUT: ReadonlySet<ObjectType> = new Set(['procedure', 'trigger', 'script']);

/** Whether objects of this type have columns of their own; what a procedure moves has those of its sources and targets. */
export function hasColumns(type: ObjectType): boolean {
  return !WITHOUT.has(type);
}
