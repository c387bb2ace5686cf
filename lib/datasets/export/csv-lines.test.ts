import { expect, it } from 'vitest';
import { csvLine, withoutFormula } from './csv-lines';

it('quotes only what must be quoted; null and empty text differ', () => {
  expect(csvLine([null, '', 'a', 'a,b', 'a"b', 'a\nb', ' a '])).toBe(',"",a,"a,b","a""b","a\nb", a \r\n');
});

it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝1', '＋1', '－1', '＠x'])(
  'guards a spreadsheet against %j',
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  },
);

it.each(['a=1', '', ' =1', "'=1", '1-1'])('leaves %j alone', (text) => {
  expect(withoutFormula(text)).toBe(text);
});
