import { seededRandom } from '@/lib/lineage/layout/testing/seeded-random';
import type { Catalog } from '@/lib/lineage/sql/resolve/catalog';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';

const SCHEMAS = ['sales', 'stock', 'ledger', 'people', 'web'];
const COLUMNS = [
  'id',
  'customer_id',
  'product_id',
  'amount',
  'quantity',
  'price',
  'changed_at',
  'status',
  'note',
];

/** A warehouse in T-SQL that depends on nothing but the seed: tables, and views, functions, procedures and triggers on them. */
export function generateEstate(count: number, seed: number): { catalog: Catalog; objects: SqlObject[] } {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const tables = Array.from({ length: Math.ceil(count / 5) }, (_, at) => ({
    schema: SCHEMAS[at % SCHEMAS.length] ?? 'dbo',
    name: `table_${at}`,
  }));
  const views: { schema: string; name: string }[] = [];
  const table = () => tables[below(tables.length)] ?? { schema: 'dbo', name: 't' };
  const source = () =>
    views.length > 0 && random() < 0.3 ? (views[below(views.length)] ?? table()) : table();
  const text = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`;
  const column = () => COLUMNS[below(COLUMNS.length)] ?? 'id';

  const query = () => {
    const joins = Array.from(
      { length: below(4) },
      (_, at) => `\n  LEFT JOIN ${text(source())} AS j${at} ON j${at}.id = a.${column()}`,
    );
    const shown = COLUMNS.map((name, at) => {
      if (at < joins.length) return `COALESCE(a.${name}, j${at}.${name}) AS ${name}`;
      return random() < 0.2
        ? `CASE WHEN a.status = 1 THEN a.${column()} ELSE a.${name} END AS ${name}`
        : `a.${name}`;
    });
    return `SELECT ${shown.join(', ')}\n  FROM ${text(source())} AS a${joins.join('')}\n  WHERE a.status > ${below(9)}`;
  };
  const STATEMENTS = [
    () => `INSERT INTO ${text(table())} (${COLUMNS.join(', ')})\n  ${query()}`,
    () => `INSERT ${text(table())} (id, amount) SELECT id, SUM(amount) FROM ${text(source())} GROUP BY id`,
    () =>
      `UPDATE t SET t.${column()} = s.${column()}, t.amount += s.amount\n  FROM ${text(table())} AS t JOIN ${text(source())} AS s ON s.id = t.id`,
    () =>
      `DELETE FROM ${text(table())} WHERE id IN (SELECT id FROM ${text(source())} (NOLOCK) WHERE status = 0)`,
    () =>
      `MERGE ${text(table())} AS t USING (${query()}) AS s ON t.id = s.id\n  WHEN MATCHED THEN UPDATE SET t.amount = s.amount, t.note = s.note\n  WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (s.id, s.amount);`,
    () =>
      `${query().replace('\n  FROM', `\n  INTO #work\n  FROM`)}\n  INSERT INTO ${text(table())} (id, note) SELECT w.id, w.note FROM #work AS w\n  DROP TABLE #work`,
    () =>
      `;WITH c AS (${query()}), d AS (SELECT id, ROW_NUMBER() OVER (PARTITION BY status ORDER BY changed_at) AS n FROM c)\n  UPDATE t SET t.quantity = d.n FROM ${text(table())} t JOIN d ON d.id = t.id`,
    () =>
      `IF EXISTS (SELECT 1 FROM ${text(source())} WHERE id = @id) BEGIN\n  TRUNCATE TABLE ${text(table())} END`,
    () => `DECLARE @last_${below(1e6)} int = (SELECT MAX(id) FROM ${text(source())})`,
  ];
  const bodies: Readonly<Record<string, (name: string) => string>> = {
    view: (name) => `CREATE VIEW ${name} AS\n${query()}${random() < 0.2 ? `\nUNION ALL\n${query()}` : ''}`,
    procedure: (name) => {
      const statements = Array.from(
        { length: 2 + below(9) },
        () => STATEMENTS[below(STATEMENTS.length)]?.() ?? '',
      );
      return `CREATE PROCEDURE ${name} @id int AS\nBEGIN\n  SET NOCOUNT ON\n  ${statements.join('\n  ')}\nEND`;
    },
    function: (name) =>
      `CREATE FUNCTION ${name} (@id int) RETURNS TABLE AS RETURN (\n${query()} AND a.id = @id)`,
    trigger: (name) =>
      `CREATE TRIGGER ${name} ON ${text(table())} AFTER UPDATE AS\n  INSERT INTO ${text(table())} (id, note) SELECT i.id, d.note FROM inserted i JOIN deleted d ON d.id = i.id`,
  };
  const types = [
    ...Array<'view'>(9).fill('view'),
    ...Array<'procedure'>(8).fill('procedure'),
    'function',
    'trigger',
  ] as const;
  const objects = Array.from({ length: count }, (_, at): SqlObject => {
    const type = types[below(types.length)] ?? 'view';
    const named = { schema: SCHEMAS[below(SCHEMAS.length)] ?? 'dbo', name: `${type}_${at}` };
    const definition = bodies[type]?.(text(named)) ?? '';
    if (type === 'view') views.push(named);
    return { database: null, ...named, type, dialect: 'tsql', text: definition, origin: 'estate', offset: 0 };
  });
  return {
    catalog: { objects: tables.map((it) => ({ database: null, ...it, type: 'table', columns: COLUMNS })) },
    objects,
  };
}
