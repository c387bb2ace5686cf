import { describe, expect, test } from 'vitest';
import { parseHints } from './parse-hints';

const names = (sql: string) =>
  parseHints(sql).hints.map((hint) => `${hint.direction} ${hint.parts.join('|')}`);

describe('parseHints', () => {
  test('reads inputs and outputs in line and block comments, in any case', () => {
    expect(
      names(`-- @LINEAGE_INPUTS: a.b, [c].[d]
/* loads the day
 * @lineage_outputs : x.y
 */
CREATE PROCEDURE p AS SELECT 1 -- @Lineage_Inputs:"q r".s`),
    ).toEqual(['input a|b', 'input c|d', 'output x|y', 'input q r|s']);
  });

  test('reads several hints in one line, each to the next one or the end of its comment', () => {
    expect(names('/* @LINEAGE_INPUTS: a.b, c.d @LINEAGE_OUTPUTS: e.f */ SELECT g.h')).toEqual([
      'input a|b',
      'input c|d',
      'output e|f',
    ]);
  });

  test('keeps dots, commas and doubled marks inside quoted names', () => {
    expect(names('-- @LINEAGE_INPUTS: [a.b].[c]]d], "e,""f" . g')).toEqual(['input a.b|c]d', 'input e,"f|g']);
  });

  test('takes one to many parts and leaves their meaning to the caller', () => {
    expect(names('-- @LINEAGE_OUTPUTS: t, db.s.t, srv.db.s.t')).toEqual([
      'output t',
      'output db|s|t',
      'output srv|db|s|t',
    ]);
  });

  test('is not fooled by strings and quoted names', () => {
    expect(
      names("SELECT '-- @LINEAGE_INPUTS: a.b', [-- @LINEAGE_INPUTS: c.d], 'it''s -- @LINEAGE_INPUTS: e.f'"),
    ).toEqual([]);
    expect(names("SELECT 'x' -- it's fine @LINEAGE_INPUTS: a.b")).toEqual(['input a|b']);
  });

  test('reads nested block comments to their outer end', () => {
    expect(names('/* a /* b */ @LINEAGE_INPUTS: a.b */ SELECT 1')).toEqual(['input a|b']);
    expect(names('/* @LINEAGE_INPUTS: a.b')).toEqual(['input a|b']);
  });

  test('spans are 1-based, of the name alone, with an exclusive end', () => {
    const sql = 'SELECT 1\r\n  -- @LINEAGE_INPUTS:  a.b ,c.d\r\n';
    expect(parseHints(sql).hints.map((hint) => hint.span)).toEqual([
      { start: { line: 2, column: 24 }, end: { line: 2, column: 27 } },
      { start: { line: 2, column: 29 }, end: { line: 2, column: 32 } },
    ]);
  });

  test('tells what is not a name, and where', () => {
    const { hints, problems } = parseHints('-- @LINEAGE_INPUTS: a.b, c d, , [e\n-- @LINEAGE_OUTPUTS:');
    expect(hints.map((hint) => hint.parts)).toEqual([['a', 'b']]);
    expect(problems.map((it) => [it.text, it.span.start.line, it.span.start.column])).toEqual([
      ['c d', 1, 26],
      ['', 1, 31],
      ['[e', 1, 33],
      ['', 2, 21],
    ]);
  });
});
