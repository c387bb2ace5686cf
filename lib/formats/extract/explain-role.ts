import type { RoleDetection } from './detect-role';
import { extractFiles, extractRoles } from './extract-files';

const columnList = (role: keyof typeof extractFiles) => extractFiles[role].map((it) => it.column).join(', ');

/** What an extract file has to look like, for messages about files that do not. */
export const expectedFiles = `Expected one of ${extractRoles
  .map((role) => `${role} (${columnList(role)})`)
  .join('; ')}, as CSV or Parquet.`;

const SHOWN = 20;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return names.length > SHOWN ? `${shown.join(', ')} and ${names.length - SHOWN} more` : shown.join(', ');
}

/** The sentence for a file whose columns fit no role (or two); `name` is the file's, `header` its columns. */
export function explainRole(
  name: string,
  header: readonly string[],
  detection: Exclude<RoleDetection, { kind: 'role' }>,
): string {
  switch (detection.kind) {
    case 'lacking':
      return `${name} looks like the ${detection.role} file of an extract but lacks ${
        detection.missing.length === 1 ? 'the column' : 'the columns'
      } ${detection.missing.join(', ')}. Its columns are ${listed(header)}. Expected: ${columnList(detection.role)}.`;
    case 'ambiguous':
      return `${name} has the columns of both ${detection.roles.join(' and ')}; leave only one of the two in a file.`;
    case 'repeated':
      return `${name} has the column ${detection.column} more than once; leave one.`;
    case 'unknown':
      return `${name} is not a file of a metadata extract: its columns are ${listed(header)}. ${expectedFiles}`;
  }
}
