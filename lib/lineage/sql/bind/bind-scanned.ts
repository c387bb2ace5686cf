import type { BodyStatement } from '../ir/body';
import type { Binder } from './binder';

/** What the token scanner saw, for a statement that the parser could not read: objects without columns. */
export function bindScanned(binder: Binder, { scan, kind }: BodyStatement): void {
  for (const { name, range } of scan.reads)
    binder.frame.touch('reads', binder.relation({ parts: name }), range);
  const made = kind === 'create-table-as';
  for (const { name } of made ? scan.writes : []) binder.define({ parts: name }, null, false);
  for (const { name, range } of scan.writes)
    binder.frame.touch('writes', binder.relation({ parts: name }), range);
  for (const { name, range } of scan.calls) {
    const callee = binder.callee({ parts: name });
    if (callee !== null) binder.frame.touch('calls', callee, range);
  }
}
