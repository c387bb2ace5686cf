import type { Body } from '@/lib/lineage/sql/ir/body';
import { loggedFlows } from '@/lib/lineage/sql/model/logged-flows';
import type { Bound } from '@/lib/lineage/sql/model/open-model';
import { namedObject } from '../lineage/evidence-rows';
import type { StoredLog } from './stored-log';

/** That it was seen says that it happened, not that it is a rule. */
const OBSERVED = 0.5;

/** What a logged text told. `bound`: its names, looked up; null where it moves no rows. */
export function readLog(body: Body, bound: Bound | null, database: string): StoredLog {
  const flows = (bound === null ? [] : loggedFlows(bound.facts)).map(
    ({ from, to, confidence }) =>
      [
        namedObject(from, database).id,
        namedObject(to, database).id,
        Math.round(100 * Math.min(confidence, OBSERVED)),
      ] as const,
  );
  return {
    // A text that was given up counts as one statement that was not read.
    statements: isGivenUp(body) ? 1 : body.statements.length,
    unread: isGivenUp(body) ? 1 : unreadIn(body),
    flows,
    reading: bound?.reading ?? null,
  };
}

/** Reading it took too long, or ended its thread: the next time it may be read. */
export function isGivenUp({ diagnostics }: Pick<Body, 'diagnostics'>): boolean {
  return diagnostics.some(({ code }) => code === 'definition-skipped');
}

/** As coverage counts: scanned ones, and those that run text which is not wholly known. */
function unreadIn({ statements, diagnostics }: Body): number {
  const of = (outcome: string) => statements.filter((it) => it.outcome === outcome).length;
  const unknown = diagnostics.filter(({ code }) => code === 'dynamic-sql').map(({ range }) => range.start);
  return of('scanned') + Math.min(of('dynamic'), new Set(unknown).size);
}
