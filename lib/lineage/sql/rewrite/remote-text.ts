import { scanTables } from '../scan/scan-tables';
import { splitText } from '../split/split-text';
import { applyEdits, type Edit } from './edits';

/**
 * Text that runs at another server, with the server put before the names of its tables, so that they are known to be elsewhere. Null when
 * it is none that can be read like that: nothing in it, calls of what is there, tables that live only in it.
 */
export function remoteText(text: string, server: string): string | null {
  const { statements, objects, unclosed } = splitText(text, 'tsql');
  if (statements.length === 0 || objects.length > 0 || unclosed !== null) return null;
  const edits: Edit[] = [];
  for (const statement of statements) {
    if (statement.kind === 'other' || statement.kind === 'unknown' || statement.call !== null) return null;
    const { reads, writes, calls } = scanTables(statement);
    const named = [...reads, ...writes];
    if (calls.length > 0 || named.some(({ name }) => name.length > 3 || /^[#@]/.test(name.at(-1) ?? '')))
      return null;
    const name = `[@openquery ${server.replaceAll(']', ']]')}]`;
    edits.push(...named.map(({ range: { start } }) => ({ start, end: start, text: `${name}.` })));
  }
  const placed = [...new Map(edits.map((it) => [it.start, it])).values()].sort((a, b) => a.start - b.start);
  return applyEdits(text, { start: 0, end: text.length }, placed).text;
}
