import { type HintProblem, parseHints } from '../hints/parse-hints';
import { adaptStatement } from './adapter/adapt-statement';
import type { Diagnostic } from './diagnostic';
import { parseStatements } from './dynamic/parse-statements';
import type { Body } from './ir/body';
import type { Range } from './span';
import { splitText } from './split/split-text';
import type { SqlObject } from './sql-object';

/** Reads a definition: split, parsed and put into our own shapes. Needs no catalogue. Never throws. */
export function readDefinition({ text, dialect, type }: SqlObject): Body {
  const { statements, objects, variables, unclosed } = splitText(text, dialect);
  const parsed = parseStatements(statements, dialect);
  const { hints, problems } = parseHints(text);
  const header = type === 'script' ? undefined : objects[0]?.header;
  return {
    statements: parsed.map((statement) => adaptStatement(statement, dialect)),
    diagnostics: [
      ...(unclosed === null ? [] : [unclosedText(unclosed)]),
      ...parsed.flatMap(({ diagnostics }) => diagnostics),
      ...problems.map(unreadHint),
    ],
    hints: hints.map(({ direction, parts, range }) => ({
      output: direction === 'output',
      name: parts,
      range,
    })),
    columns: header?.columns ?? [],
    on: header?.on ?? null,
    returns: header?.returns ?? null,
    parameters: header?.parameters ?? [],
    scalar: header?.scalar ?? false,
    variables: type === 'script' ? variables : (header?.variables ?? []),
  };
}

function unclosedText(range: Range): Diagnostic {
  const message =
    'A string, quoted name or comment that begins here has no end; the rest of the text is part of it.';
  return { code: 'unclosed-text', message, range };
}

function unreadHint({ text, range }: HintProblem): Diagnostic {
  return {
    code: 'unresolved-name',
    message: `The hint names ${text === '' ? 'nothing' : text}, which is no name.`,
    range,
  };
}
