import { ScrollRegion } from '@/components/ui/scroll-region';
import type { PreviewTable as Table } from '@/lib/formats/preview/file-preview';

/** The first records as they are read: the record number, then the value of each column; null in italics. */
export function PreviewTable({ table, caption }: { table: Table; caption: string }) {
  if (table.note !== null) {
    return (
      <p className="rounded-card border border-line bg-sunken px-3 py-6 text-center text-sm text-fg-2">
        {table.note}
      </p>
    );
  }
  return (
    <ScrollRegion label={caption} className="max-h-64 rounded-card border border-line">
      <table className="w-max min-w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <Head columns={table.columns} />
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records are known by their number
            <tr key={index}>
              <td className="border-t border-line bg-sunken px-3 py-1 text-right text-xs text-fg-3 tabular">
                {index + 1}
              </td>
              <Values row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Head({ columns }: Pick<Table, 'columns'>) {
  return (
    <thead className="sticky top-0 bg-sunken">
      <tr>
        <th scope="col" className="px-3 py-1.5 text-right text-xs font-medium text-fg-3">
          Record
        </th>
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: column names may repeat and never move
          <th key={index} scope="col" className="border-l border-line px-3 py-1.5 text-left">
            <span className={`block font-mono text-xs font-semibold ${column.expected ? '' : 'text-fg-3'}`}>
              {column.name}
            </span>
            <span className="block text-xs font-normal text-fg-3">{column.type}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Values({ row }: { row: readonly (string | null)[] }) {
  return row.map((value, index) => (
    <td
      // biome-ignore lint/suspicious/noArrayIndexKey: the columns are those of the head
      key={index}
      title={value ?? 'null'}
      className="max-w-72 truncate border-t border-l border-line px-3 py-1"
    >
      {value ?? <i className="text-fg-3">null</i>}
    </td>
  ));
}
