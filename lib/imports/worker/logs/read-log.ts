import { loggedFlows } from '@/lib/lineage/sql/model/logged-flows';
import type { ObjectFacts } from '@/lib/lineage/sql/model/object-facts';
import type { Reading } from '@/lib/lineage/sql/model/open-model';
import { namedObject } from '../lineage/evidence-rows';
import type { StoredLog } from './stored-log';

/** What a logged text told, once its names were looked for; `listed` has the objects that there are. */
export function readLog(
  facts: ObjectFacts,
  reading: Reading,
  { database, listed }: { database: string; listed: ReadonlySet<string> },
): StoredLog {
  const { statements } = facts;
  const moves = statements.some(({ edges }) => edges.some(({ access }) => access === 'writes'));
  const flows = loggedFlows(facts).map(
    ({ from, to, confidence }) =>
      [
        namedObject(from, database).id,
        namedObject(to, database).id,
        Math.round(100 * Math.min(confidence, OBSERVED)),
      ] as const,
  );
  return {
    // A text that was given up counts as one statement that was not read.
    statements: isGivenUp(facts) ? 1 : statements.length,
    unread: isGivenUp(facts) ? 1 : unreadIn(facts),
    flows: flows.filter(([from, to]) => listed.has(from) && listed.has(to)),
    reading: moves ? reading : null,
  };
}

/** That it was seen says that it happened, not that it is a rule. */
const OBSERVED = 0.5;

/** Reading it took too long, or ended its thread: the next time it may be read. */
export function isGivenUp({ diagnostics }: ObjectFacts): boolean {
  return diagnostics.some(({ code }) => code === 'definition-skipped');
}

/** As coverage counts: scanned ones, and those that run text which is not wholly known. */
function unreadIn({ statements, diagnostics }: ObjectFacts): number {
  const of = (outcome: string) => statements.filter((it) => it.outcome === outcome).length;
  const unknown = diagnostics.filter(({ code }) => code === 'dynamic-sql').map(({ range }) => range.start);
  return of('scanned') + Math.min(of('dynamic'), new Set(unknown).size);
}
