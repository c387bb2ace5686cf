import { isNamePart } from '../tokens/read-name';
import type { Token } from '../tokens/token';

const NO_VARIABLE =
  /^(?:CLOSE|COMMIT|CURSOR|FETCH|GET|GOTO|GRANT|LOCK|NULL|OPEN|PRAGMA|RAISE|REVOKE|ROLLBACK|SAVEPOINT|SHOW|SIGNAL|SUBTYPE|TYPE|USE)$/;

/** `name type ...`: two names in a row that no statement begins with. */
export function declaresVariable(tokens: readonly Token[], at: number, end: number): boolean {
  const [name, type] = [tokens[at], tokens[at + 1]];
  if (name === undefined || type === undefined || at + 1 >= end) return false;
  return isNamePart(name) && isNamePart(type) && !NO_VARIABLE.test(name.upper);
}
