import type { describeFacts } from '../../lib/lineage/sql/report/describe-facts';

/** Prints objects with what they read, write and call, and their diagnostics, for people. */
export function printSummary(objects: readonly ReturnType<typeof describeFacts>[]): void {
  for (const { name, type, reads, writes, calls, statements, diagnostics } of objects) {
    console.log(`${type} ${name} (${statements.length} statements)`);
    for (const [title, names] of Object.entries({ reads, writes, calls })) {
      if (names.length > 0) console.log(`  ${title} ${names.join(', ')}`);
    }
    for (const { severity, code, message, span } of diagnostics) {
      console.log(`  ${severity} ${span.start.line}:${span.start.column} ${code}: ${message}`);
    }
  }
}
