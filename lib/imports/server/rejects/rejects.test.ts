import { describe, expect, it } from 'vitest';
import { csv } from '@/scripts/test/extract-csv';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const emptyFiles = [
  csv('definitions.csv', ['object_id', 'definition'], []),
  csv(
    'dependencies.csv',
    ['referencing_object_id', 'referenced_object_id', 'referenced_schema_name', 'referenced_entity_name'],
    [],
  ),
];

describe('a bad file', () => {
  it('fails with the place of the first bad record, and its rejects can be read and downloaded', async () => {
    const objects = csv(
      'objects;1.csv',
      ['object_id', 'schema_name', 'object_name', 'object_type', 'note'],
      [
        [1, 'dbo', 'orders', 'USER_TABLE', 'fine'],
        ['x', 'dbo', '=1+1', 'VIEW', 'a "quoted", text'],
        [2, '', 'lines', 'VIEW', ''],
      ],
    );
    const done = await importFiles(server.origin, [objects, ...emptyFiles]);
    expect(done).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-records', file: 'objects;1.csv', record: 2, line: 3, column: 'object_id' },
    });
    const rejects = await (await fetch(`${server.origin}/api/imports/${done.number}/rejects?limit=1`)).json();
    expect(rejects).toMatchObject({
      total: 2,
      kept: 2,
      items: [{ file: 'objects;1.csv', record: 2, line: 3 }],
    });
    const next = await (
      await fetch(`${server.origin}/api/imports/${done.id}/rejects?limit=1&cursor=${rejects.nextCursor}`)
    ).json();
    expect(next).toMatchObject({ items: [{ record: 3, column: 'schema_name' }], nextCursor: null });

    const file = await fetch(
      `${server.origin}/api/imports/${done.id}/rejects?format=csv&file=${encodeURIComponent('objects;1.csv')}`,
    );
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="objects;1_errors.csv"');
    const [header, first, second, end] = (await file.text()).split('\r\n');
    expect(header).toBe(
      'object_id,schema_name,object_name,object_type,note,_import,_file,_record,_line,_column,_code,_reason',
    );
    expect(first).toMatch(/^x,dbo,=1\+1,VIEW,"a ""quoted"", text",1,objects;1\.csv,2,3,object_id,/);
    expect(second).toMatch(/^2,(""|),lines,VIEW,(""|),1,objects;1\.csv,3,4,schema_name,/);
    expect(end).toBe('');
    expect((await fetch(`${server.origin}/api/imports/${done.id}/rejects?file=other.csv`)).status).toBe(404);
  });

  it('keeps its good records when that was agreed, and the receipt counts the bad ones', async () => {
    const objects = csv(
      'objects.csv',
      ['object_id', 'schema_name', 'object_name', 'object_type'],
      [
        [1, 'dbo', 'orders', 'USER_TABLE'],
        ['', 'dbo', 'lines', 'USER_TABLE'],
      ],
    );
    const policy = { onBadRecord: 'keep', maxRejects: '1', maxRejectPercent: '50', source: 'policy' };
    const done = await importFiles(server.origin, [objects, ...emptyFiles], policy);
    expect(done).toMatchObject({
      state: 'succeeded',
      receipt: { balanced: true, read: 2, inserted: 1, rejected: 1 },
    });
    const rejects = await (await fetch(`${server.origin}/api/imports/${done.id}/rejects`)).json();
    expect(rejects.groups).toMatchObject([{ column: 'object_id', records: 1, files: ['objects.csv'] }]);
    const refused = await importFiles(server.origin, [objects, ...emptyFiles], {
      ...policy,
      maxRejectPercent: '49',
    });
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'bad-records' } });
    expect(refused.problem?.detail).toContain('49');
  });
});
