import type { Binder } from './binder';
import type { Flow } from './flow';

/** A value goes into a variable; under a condition the value it had may stay. */
export function assignVariable({ locals, frame }: Binder, name: string, flows: readonly Flow[]): void {
  const { relation, before } = locals.assign(name);
  for (const flow of flows) frame.link(flow, relation, name);
  if (before !== null) frame.link({ relation: before, column: name, kind: 'direct' }, relation, name);
  frame.linkInfluencesLate(relation);
}
