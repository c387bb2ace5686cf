import { describe, expect, it } from 'vitest';
import { REASON_COLUMNS } from './reason-columns';
import { RejectCsv, type RejectedFile } from './reject-csv';

const reject = (file: number, raw: string, more: Partial<Parameters<RejectCsv['record']>[0]> = {}) => ({
  file,
  record: 2,
  line: 3,
  byteOffset: 40,
  column: 'id',
  code: 'NOT_A_NUMBER',
  message: 'id is no number.',
  raw,
  reasons: [],
  ...more,
});

const csvFile = { name: 'a.csv', columns: ['id', 'name'], delimiter: ';' };
const parquetFile = { name: 'b.parquet', columns: ['name', 'size'], delimiter: null };

describe('a reject file', () => {
  it('keeps columns, delimiter and values of the original, and adds why', () => {
    const csv = new RejectCsv(7, new Map<number, RejectedFile>([[1, csvFile]]));
    expect(csv.header()).toBe('id;name;_import;_file;_record;_line;_column;_code;_reason\r\n');
    expect(csv.record(reject(1, 'x;"a; ""b"""\r\n'))).toBe(
      'x;"a; ""b""";7;a.csv;2;3;id;NOT_A_NUMBER;id is no number.\r\n',
    );
  });

  it('keeps line breaks, missing cells and cells too many', () => {
    const csv = new RejectCsv(7, new Map<number, RejectedFile>([[1, csvFile]]));
    expect(csv.record(reject(1, 'x;"two\nlines"'))).toContain('x;"two\nlines";7;a.csv');
    expect(csv.record(reject(1, 'x'))).toMatch(/^x;;7;a\.csv;/);
    expect(csv.record(reject(1, 'x;y;z'))).toMatch(/^x;"y;z";7;a\.csv;/);
  });

  it('brings files of different forms together under all their columns', () => {
    const csv = new RejectCsv(
      7,
      new Map<number, RejectedFile>([
        [1, csvFile],
        [2, parquetFile],
      ]),
    );
    expect(csv.header()).toBe('id,name,size,_import,_file,_record,_line,_column,_code,_reason\r\n');
    expect(csv.record(reject(1, 'x;y'))).toMatch(/^x,y,,7,a\.csv,2,3,/);
    expect(
      csv.record(
        reject(2, '{"name":"","size":null}', {
          line: null,
          reasons: [
            { column: 'size', code: 'A', message: 'No size.' },
            { column: 'name', code: 'B', message: 'No name, either.' },
          ],
        }),
      ),
    ).toBe(',"",,7,b.parquet,2,,id,NOT_A_NUMBER,"No size. No name, either."\r\n');
  });

  it('writes the values of a record of JSON as they are there', () => {
    const json = { name: 'c.json', columns: ['id', 'tags'], delimiter: null };
    const csv = new RejectCsv(7, new Map<number, RejectedFile>([[1, json]]));
    expect(csv.record(reject(1, '{"id":12,"tags":["a"]}'))).toMatch(/^12,"\[""a""\]",7,c\.json,/);
  });

  it('says why once, also of rejects that came again', () => {
    const again = { name: 'a_errors.csv', columns: ['id', ...REASON_COLUMNS], delimiter: ',' };
    const csv = new RejectCsv(8, new Map<number, RejectedFile>([[1, again]]));
    expect(csv.header()).toBe('id,_import,_file,_record,_line,_column,_code,_reason\r\n');
    expect(csv.record(reject(1, 'x,7,a.csv,4,5,id,OLD,old'))).toBe(
      'x,8,a_errors.csv,2,3,id,NOT_A_NUMBER,id is no number.\r\n',
    );
  });
});
