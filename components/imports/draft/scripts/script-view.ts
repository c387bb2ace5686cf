import { countOf } from '@/lib/format-text/format-count';
import type { ScriptPreview } from '@/lib/formats/preview/file-preview';
import type { RecordCount } from '@/lib/formats/preview/record-count';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import { scriptObjects } from '@/lib/lineage/sql/script/script-objects';
import { spanFinder } from '@/lib/lineage/sql/span';

/** One thing that a script defines, and the line where it begins. */
export type ScriptEntry = { type: string; name: string; line: number; columns: number | null };

/** What is in the beginning of a script, read in one dialect. */
export type ScriptView = {
  entries: readonly ScriptEntry[];
  /** Statements outside of definitions. */
  statements: number;
  records: RecordCount;
  /** `3 statements, 1 procedure`. */
  words: string;
  /** Where a text begins that has no end. */
  unclosedLine: number | null;
};

const views = new WeakMap<ScriptPreview, Map<SqlDialect, ScriptView>>();

/** What a script defines, as far as it was looked into. Read once for each dialect. */
export function scriptView(preview: ScriptPreview, dialect: SqlDialect): ScriptView {
  const known = views.get(preview) ?? new Map<SqlDialect, ScriptView>();
  views.set(preview, known);
  const view = known.get(dialect) ?? look(preview, dialect);
  known.set(dialect, view);
  return view;
}

function look({ text, share }: ScriptPreview, dialect: SqlDialect): ScriptView {
  const { objects, statements, unclosed } = scriptObjects(text, dialect);
  const spanOf = spanFinder(text);
  const entries = objects
    .filter(({ type }) => type !== 'script')
    .map(({ type, name, range, columns }) => ({
      ...{ type, name: name.join('.'), line: spanOf(range).start.line },
      columns: type === 'table' ? columns.length : null,
    }));
  const exact = share >= 1;
  const count = Math.round(objects.length / Math.min(1, share));
  const unclosedLine = exact && unclosed !== null ? spanOf(unclosed).start.line : null;
  return {
    entries,
    statements,
    records: { count, exact },
    words: wordsOf(entries, statements),
    unclosedLine,
  };
}

const TYPES = ['table', 'view', 'procedure', 'function', 'trigger'];

function wordsOf(entries: readonly ScriptEntry[], statements: number): string {
  const parts = TYPES.flatMap((type) => {
    const count = entries.filter((entry) => entry.type === type).length;
    return count === 0 ? [] : [countOf(count, type)];
  });
  const all = statements === 0 ? parts : [countOf(statements, 'statement'), ...parts];
  return all.length === 0 ? 'Nothing that defines, reads or changes anything' : all.join(', ');
}
