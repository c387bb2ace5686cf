import { pastParens, type Rule, replace, type Tokens, until, word } from '../rule';

/** A clause that carries no lineage and goes when the parser stumbles. `end`: past its last token, null when it is none. */
function dropped(
  name: string,
  level: 1 | 3,
  at: readonly string[],
  end: (tokens: Tokens, index: number) => number | null,
): Rule {
  return {
    name,
    level,
    lossy: false,
    at,
    match(tokens, index) {
      const next = end(tokens, index);
      return next === null || next <= index ? null : replace(tokens, index, next);
    },
  };
}

const option = dropped('option', 1, ['OPTION'], (tokens, index) => {
  const end = pastParens(tokens, index + 1);
  return end > index + 1 ? end : null;
});

const HINT_START =
  /^(?:NOLOCK|READ\w+|REPEATABLEREAD|SERIALIZABLE|HOLDLOCK|ROWLOCK|PAGLOCK|TABLOCKX?|UPDLOCK|XLOCK|NOWAIT|NOEXPAND|INDEX|FORCE\w+|KEEP\w+|IGNORE_\w+|SNAPSHOT|SPATIAL_WINDOW_MAX_CELLS|FASTFIRSTROW)$/;
const TABLE_OPTION =
  /^(?:DISTRIBUTION|CLUSTERED|HEAP|PARTITION|LOCATION|DATA_SOURCE|FILE_FORMAT|DATA_COMPRESSION)$/;

const tableHint = dropped('table-hint', 1, ['WITH'], (tokens, index) =>
  HINT_START.test(word(tokens, index + 2)) ? pastParens(tokens, index + 1) : null,
);

/** Options of CREATE TABLE AS and CREATE EXTERNAL TABLE AS. */
const tableOptions = dropped('table-options', 1, ['WITH'], (tokens, index) =>
  TABLE_OPTION.test(word(tokens, index + 2)) ? pastParens(tokens, index + 1) : null,
);

const forXml = dropped('for-xml', 1, ['FOR'], (tokens, index) =>
  /^(?:XML|JSON|BROWSE)$/.test(word(tokens, index + 1)) ? until(tokens, index + 1, () => false) : null,
);

const joinHint = dropped(
  'join-hint',
  1,
  ['HASH', 'LOOP', 'MERGE', 'REMOTE', 'REDUCE', 'REPLICATE', 'REDISTRIBUTE'],
  (tokens, index) => (word(tokens, index + 1) === 'JOIN' && index > 0 ? index + 1 : null),
);

const rollup = dropped('rollup', 1, ['WITH'], (tokens, index) =>
  /^(?:ROLLUP|CUBE)$/.test(word(tokens, index + 1)) ? index + 2 : null,
);

const atTimeZone = dropped('at-time-zone', 3, ['AT'], (tokens, index) =>
  word(tokens, index + 1) === 'TIME' && word(tokens, index + 2) === 'ZONE' ? index + 4 : null,
);

const collate = dropped('collate', 3, ['COLLATE'], (_, index) => index + 2);

const tableSample = dropped('tablesample', 3, ['TABLESAMPLE'], (tokens, index) => {
  const open = until(tokens, index + 1, (upper) => upper === '(');
  const end = pastParens(tokens, open);
  return word(tokens, end) === 'REPEATABLE' ? pastParens(tokens, end + 1) : end;
});

const withinGroup = dropped('within-group', 3, ['WITHIN'], (tokens, index) =>
  word(tokens, index + 1) === 'GROUP' ? pastParens(tokens, index + 2) : null,
);

const culture = dropped('culture', 1, ['USING'], (tokens, index) =>
  tokens.list[index + 1]?.kind === 'string' && word(tokens, index + 2) === ')' ? index + 2 : null,
);

/** ODBC: `{fn NOW()}`, `{oj a LEFT OUTER JOIN b ...}`, `{ts '...'}` are what is in the braces. */
const odbcOpen = dropped('odbc-escape', 1, ['{'], (tokens, index) =>
  /^(?:FN|OJ|D|T|TS|GUID)$/.test(word(tokens, index + 1)) ? index + 2 : null,
);
const odbcClose = dropped('odbc-escape', 1, ['}'], (_, index) => index + 1);

/** Which row a cursor stands on: the cursor's own query says what decides that. */
const currentOf = dropped('current-of', 1, ['WHERE'], (tokens, index) =>
  word(tokens, index + 1) === 'CURRENT' && word(tokens, index + 2) === 'OF'
    ? index + (word(tokens, index + 3) === 'GLOBAL' ? 5 : 4)
    : null,
);

/** `$PARTITION.by_year(a)`: a number made of the column; no function of people. */
const partitionNumber: Rule = {
  name: 'partition-number',
  level: 1,
  lossy: false,
  at: ['$PARTITION'],
  match: (tokens, index) =>
    word(tokens, index + 1) === '.' && word(tokens, index + 3) === '('
      ? replace(tokens, index, index + 3, 'ABS')
      : null,
};

/** `PARSE(a AS int)` is a CAST. */
const parseFunction: Rule = {
  name: 'parse-function',
  level: 1,
  lossy: false,
  at: ['PARSE', 'TRY_PARSE'],
  match: (tokens, index) =>
    word(tokens, index + 1) === '(' ? replace(tokens, index, index + 1, 'TRY_CAST') : null,
};

/** Clauses without lineage. */
export const clauses: readonly Rule[] = [
  ...[option, tableHint, tableOptions, forXml, joinHint, rollup],
  ...[atTimeZone, collate, tableSample, withinGroup, culture, parseFunction],
  ...[odbcOpen, odbcClose, currentOf, partitionNumber],
];
