import type { Body } from '../ir/body';
import type { SqlObject } from '../sql-object';

/** What is known of a definition that could not be read: that. */
export function skippedBody(object: SqlObject, reason: string): Body {
  const range = { start: 0, end: object.text.length };
  const message = `This definition was not read: ${reason}.`;
  return {
    statements: [],
    diagnostics: [{ code: 'definition-skipped', message, range }],
    columns: [],
    on: null,
    returns: null,
    parameters: [],
    scalar: false,
    variables: [],
    hints: [],
  };
}
