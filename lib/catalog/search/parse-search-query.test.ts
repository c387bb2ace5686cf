import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from './parse-search-query';

const none = { terms: [], schemas: [], types: [] };

describe('parseSearchQuery', () => {
  it.each([
    ['', none],
    ['   ', none],
    ['SalesYTD', { ...none, terms: ['SalesYTD'] }],
    ['left  join', { ...none, terms: ['left', 'join'] }],
    ['"left join" x', { ...none, terms: ['left join', 'x'] }],
    ['"still typing', { ...none, terms: ['still typing'] }],
    ['"', none],
    ['""', none],
    ['SalesYTD schema:Sales,dw', { ...none, terms: ['SalesYTD'], schemas: ['Sales', 'dw'] }],
    ['schema:"my schema",dw type:View a', { terms: ['a'], schemas: ['my schema', 'dw'], types: ['view'] }],
    ['SCHEMA:a schema:b', { ...none, schemas: ['a', 'b'] }],
    ['type:view,', { ...none, types: ['view'] }],
    ['schema:', none],
    ['schema: Sales', { ...none, terms: ['Sales'] }],
    ['myschema:x', { ...none, terms: ['myschema:x'] }],
    ['50%_[a]', { ...none, terms: ['50%_[a]'] }],
  ])('%s', (text, expected) => {
    expect(parseSearchQuery(text)).toEqual(expected);
  });

  it('reads any text, and finds only what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { terms, schemas } = parseSearchQuery(text);
        for (const found of [...terms, ...schemas]) expect(text).toContain(found);
      }),
    );
  });

  it('takes a quoted phrase as it is', () => {
    const phrase = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('"'));
    fc.assert(
      fc.property(phrase, (text) => {
        expect(parseSearchQuery(`"${text}"`)).toEqual({ ...none, terms: [text] });
      }),
    );
  });
});
