import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { beginsCte } from './begins-with-query';
import type { Draft } from './draft';

/** A token outside of parentheses and CASE, its neighbours, and the statement that is open there. */
type Place = {
  readonly tokens: readonly Token[];
  readonly pairs: Int32Array;
  readonly index: number;
  readonly draft: Draft;
  /** The word before, or the text of another token; empty at the start. */
  readonly before: string;
  readonly after: string;
};

type Rule = (place: Place) => boolean;

const always: Rule = () => true;
const oneOf = (words: string) => {
  const set = new Set(words.split(' '));
  return (word: string) => set.has(word);
};

const isPermission = oneOf('GRANT DENY REVOKE');
const isDefinition = oneOf('CREATE ALTER DECLARE');
/** Words that GRANT names before ON are permissions. */
const namesPermission: Rule = ({ draft }) => isPermission(draft.first) && !draft.has('ON');

const startsSelect: Rule = (place) => {
  const { draft, before } = place;
  if (oneOf('UNION EXCEPT INTERSECT ALL')(before)) return false;
  if (draft.awaitsRows || draft.verb === '' || namesPermission(place)) return false;
  if (draft.first === 'DECLARE' || draft.first === 'SET') {
    return before !== 'FOR' && !(draft.has('WITH') && draft.has('CURSOR') && !draft.has('SELECT'));
  }
  return !(draft.first === 'CREATE' && draft.has('AS') && draft.has('WITH') && !draft.has('SELECT'));
};

const startsChange: Rule = (place) => {
  const { tokens, index, draft, before, after } = place;
  const word = tokens[index]?.upper;
  if (draft.verb === 'MERGE' && before === 'THEN') return false;
  if (draft.verb === '' || namesPermission(place) || oneOf('BULK FOR AFTER OF')(before)) return false;
  if (before === 'ON' && isDefinition(draft.first)) return false;
  return !(word === 'UPDATE' && after === '(');
};

const startsMerge: Rule = ({ draft, before, after }) =>
  draft.verb !== '' && !oneOf('JOIN INNER LEFT RIGHT FULL OUTER')(before) && !oneOf('JOIN UNION')(after);

const SETTINGS =
  /^(?:NOCOUNT|ANSI_\w+|QUOTED_IDENTIFIER|XACT_ABORT|ARITHABORT|TRANSACTION|ROWCOUNT|CONCAT_NULL\w+|NUMERIC_ROUNDABORT|IDENTITY_INSERT|DATEFIRST|LANGUAGE|LOCK_TIMEOUT|DEADLOCK_PRIORITY|NOEXEC|FMTONLY|STATISTICS)$/;

const startsSet: Rule = ({ tokens, index, draft, before, after }) => {
  if (draft.verb === 'UPDATE' && !draft.has('SET')) return false;
  if (draft.verb === 'MERGE' && before === 'UPDATE') return false;
  const setsVariable = tokens[index + 1]?.kind === 'variable';
  if (draft.first === 'ALTER' && !setsVariable && !SETTINGS.test(after)) return false;
  return before !== 'RESULT' && !oneOf('NULL DEFAULT SETS')(after);
};

const startsExecute: Rule = (place) =>
  !place.draft.awaitsRows &&
  !(oneOf('WITH ,')(place.before) && place.after === 'AS') &&
  !namesPermission(place);

const startsDefinition: Rule = ({ tokens, index, draft, before, after }) => {
  if (isPermission(draft.first) && !draft.has('TO') && !draft.has('FROM')) return false;
  if (before === 'WITH' || before === 'ADD' || before === 'OR') return false;
  const altersTable = draft.first === 'ALTER' && draft.has('TABLE') && tokens[index]?.upper !== 'CREATE';
  return !(
    altersTable &&
    (oneOf('COLUMN CONSTRAINT')(after) || readName(tokens, draft.start + 2)?.next === index)
  );
};

/** OPEN, CLOSE, USE, KILL are names in many places: they need their operand, and end no definition. */
const startsWithOperand: Rule = ({ tokens, index, draft }) => {
  const kind = tokens[index + 1]?.kind;
  return (
    !oneOf('CREATE ALTER')(draft.first) && kind !== undefined && kind !== 'operator' && kind !== 'string'
  );
};

const startsThrow: Rule = ({ tokens, index, after }) => {
  const next = tokens[index + 1];
  if (next === undefined || next.startsLine || after === ';' || after === 'END') return true;
  return next.kind === 'number' || next.kind === 'variable';
};

const startsIf: Rule = ({ tokens, index, draft, after }) =>
  !(oneOf('DROP CREATE ALTER')(draft.first) && oneOf('EXISTS NOT')(after) && tokens[index + 2]?.text !== '(');

const isBackupObject = oneOf(
  'DATABASE LOG CERTIFICATE MASTER HEADERONLY FILELISTONLY VERIFYONLY LABELONLY SERVICE',
);
const startsBackup: Rule = ({ after }) => isBackupObject(after);
const startsGrant: Rule = ({ before, after }) => before !== 'WITH' && after !== 'OPTION';

/** The words a T-SQL statement may begin with, and when they do inside of an open statement. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['SELECT', startsSelect],
  ['INSERT', startsChange],
  ['UPDATE', startsChange],
  ['DELETE', startsChange],
  ['MERGE', startsMerge],
  ['SET', startsSet],
  ['EXEC', startsExecute],
  ['EXECUTE', startsExecute],
  ['CREATE', startsDefinition],
  ['ALTER', startsDefinition],
  ['DROP', startsDefinition],
  ['OPEN', startsWithOperand],
  ['CLOSE', startsWithOperand],
  ['USE', startsWithOperand],
  ['KILL', startsWithOperand],
  ['THROW', startsThrow],
  ['IF', startsIf],
  ['BACKUP', startsBackup],
  ['RESTORE', startsBackup],
  ['GRANT', startsGrant],
  ['DENY', startsGrant],
  ['REVOKE', startsGrant],
  ['COPY', ({ after }) => after === 'INTO'],
  ['BULK', ({ after }) => after === 'INSERT'],
  ['SAVE', ({ after }) => after.startsWith('TRAN')],
  ['FETCH', ({ before }) => before !== 'ROWS' && before !== 'ROW'],
  ['TRUNCATE', ({ after }) => after === 'TABLE'],
  ['ROLLBACK', ({ before }) => before !== 'WITH'],
  ['DBCC', ({ tokens, index }) => tokens[index + 1]?.kind === 'word'],
  ...(
    'ELSE WHILE BEGIN END DECLARE PRINT RAISERROR RETURN DEALLOCATE COMMIT GOTO WAITFOR BREAK CONTINUE CHECKPOINT ' +
    'RECONFIGURE REVERT READTEXT WRITETEXT UPDATETEXT'
  )
    .split(' ')
    .map((word) => [word, always] as const),
]);

/** After these a name or an expression follows, never a statement. */
const expectsOperand = oneOf(
  '. , = + - / < > <= >= <> != AND OR NOT IN LIKE BETWEEN FROM JOIN INTO BY WHERE DISTINCT AS',
);

/**
 * Whether a T-SQL statement begins at token `index`, which is outside of parentheses and CASE. T-SQL needs no semicolons, so
 * this decides where the open statement (`draft`) ends.
 */
export function startsStatement(
  tokens: readonly Token[],
  pairs: Int32Array,
  index: number,
  draft: Draft | null,
): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const isWith = token.upper === 'WITH';
  const rule = isWith ? always : RULES.get(token.upper);
  if (rule === undefined) return false;
  const after = tokens[index + 1];
  if (after?.text === '.' && token.upper !== 'END') return false;
  if (isWith && (!beginsCte(tokens, pairs, index) || draft?.awaitsRows)) return false;
  if (draft === null) return true;
  if (index === draft.query) return false;
  const before = index > draft.query ? (tokens[index - 1]?.upper ?? '') : '';
  if (expectsOperand(before)) return false;
  if (isWith) return before !== 'FOR';
  return rule({ tokens, pairs, index, draft, before, after: after?.upper ?? '' });
}
