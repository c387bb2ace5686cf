import { plainName } from '@/lib/formats/plain-name';
import type { ExtractRole } from '@/lib/imports/contract';
import { extractFiles, extractRoles } from './extract-files';

/** Where each expected column is in the file (0-based), and the file's further columns, which are not used. */
export type RoleFound = {
  readonly kind: 'role';
  readonly role: ExtractRole;
  readonly positions: ReadonlyMap<string, number>;
  readonly extra: readonly string[];
};

export type RoleDetection =
  | RoleFound
  | { readonly kind: 'lacking'; readonly role: ExtractRole; readonly missing: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly roles: readonly ExtractRole[] }
  | { readonly kind: 'repeated'; readonly column: string }
  | { readonly kind: 'unknown' };

/**
 * Tells by its column names which file of an extract this is: in any order and case, further columns allowed. When several
 * roles fit, the one with the most columns wins; when none fits, the closest one and what it lacks.
 */
export function detectRole(header: readonly string[]): RoleDetection {
  const names = header.map(plainName);
  const scored = extractRoles.map((role) => {
    const missing = extractFiles[role].map((it) => it.column).filter((column) => !names.includes(column));
    const expected = extractFiles[role].length;
    return { role, missing, found: expected - missing.length, share: 1 - missing.length / expected };
  });
  const fitting = scored.filter((it) => it.missing.length === 0).sort((a, b) => b.found - a.found);
  const [best, next] = fitting;
  if (best === undefined) {
    const closest = scored
      .filter((it) => it.share >= 0.5)
      .sort((a, b) => b.share - a.share || b.found - a.found)[0];
    return closest ? { kind: 'lacking', role: closest.role, missing: closest.missing } : { kind: 'unknown' };
  }
  if (next?.found === best.found) return { kind: 'ambiguous', roles: [best.role, next.role] };

  const positions = new Map<string, number>();
  for (const { column } of extractFiles[best.role]) {
    if (names.indexOf(column) !== names.lastIndexOf(column)) return { kind: 'repeated', column };
    positions.set(column, names.indexOf(column));
  }
  const used = new Set(positions.values());
  return { kind: 'role', role: best.role, positions, extra: header.filter((_, index) => !used.has(index)) };
}
