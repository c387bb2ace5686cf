import 'server-only';
import { quoteName } from '@/lib/workspace/quote';
import { importsState } from '../records/imports-state';

/**
 * Where the rejects of an import are, to stand after FROM, with the parameters they need: in the workspace, or still in the stage of a dry run.
 */
export function rejectTables(importId: string): {
  rejects: string;
  groups: string;
  params: Record<string, string>;
} {
  const dry = importsState().dryRuns.get(importId);
  if (dry === undefined) {
    const own = (table: string) => `(SELECT * FROM ${table} AS r WHERE r.import = $import)`;
    return { rejects: own('rejects'), groups: own('reject_groups'), params: { import: importId } };
  }
  const { stage } = dry;
  // Nothing was read of it yet, or nothing could be.
  const of = (staged: string, table: string) =>
    stage === null ? `(SELECT * FROM ${table} WHERE false)` : quoteName(stage.alias, 'main', staged);
  return {
    rejects: of('stage_rejects', 'rejects'),
    groups: of('stage_reject_groups', 'reject_groups'),
    params: {},
  };
}
