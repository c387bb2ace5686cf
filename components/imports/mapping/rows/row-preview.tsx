import { ScrollRegion } from '@/components/ui/scroll-region';
import { linesTellApart } from '@/lib/formats/preview/rows/lines-tell-apart';
import { readCell } from '@/lib/formats/preview/rows/read-cell';
import type { RowRecord, RowTable } from '@/lib/formats/preview/rows/row-table';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { type CellCheck, checkCells } from '../../draft/rows/check-cells';
import type { PlannedColumn, RowPlan } from '../../draft/rows/plan-rows';

const ROWS_MAX = 50;

type RowPreviewProps = { table: RowTable; plan: RowPlan; isRawOnly: boolean; caption: string };

/** The first records: as they will be, with the raw text below where it differs; or the raw text only. */
export function RowPreview({ table, plan, isRawOnly, caption }: RowPreviewProps) {
  if (table.note !== null) {
    return (
      <p className="rounded-card border border-line bg-sunken px-3 py-6 text-center text-sm text-fg-2">
        {table.note}
      </p>
    );
  }
  const rows = table.records.slice(0, ROWS_MAX);
  const hasLines = linesTellApart(rows);
  const asked = new Set(plan.questions.flatMap(({ question }) => question.column ?? []));
  const checks = plan.columns.map((column) => checkCells(column.rules, column, table.csv ?? PLAIN_CELLS));
  return (
    <ScrollRegion label={caption} className="max-h-60 rounded-card border border-line">
      <table className="w-max min-w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-1 bg-sunken">
          <tr>
            <th scope="col" className="px-3 py-1.5 text-right text-xs font-medium text-fg-3">
              {hasLines ? 'Line' : 'Record'}
            </th>
            {plan.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              <ColumnHead key={index} column={column} isAsked={asked.has(index)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <Row
              key={record.number}
              record={record}
              place={hasLines ? (record.line ?? record.number) : record.number}
              table={table}
              plan={plan}
              checks={checks}
              isRawOnly={isRawOnly}
              asked={asked}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const isNumber = ({ type }: PlannedColumn) => /^(smallint|integer|bigint|hugeint|double|decimal)/.test(type);
const MUTED = 'text-fg-3 line-through decoration-1';

function ColumnHead({ column, isAsked }: { column: PlannedColumn; isAsked: boolean }) {
  return (
    <th
      scope="col"
      className={`border-l border-line px-2.5 py-1.5 ${isNumber(column) ? 'text-right' : 'text-left'} ${isAsked ? 'bg-warn-tint' : ''}`}
    >
      <span className={`block font-mono text-xs font-semibold ${column.as === null ? MUTED : ''}`}>
        {column.name}
      </span>
      <span className="block text-xs font-normal text-fg-3">{typeWords(column)}</span>
    </th>
  );
}

function typeWords({ type, dateOrder, as }: PlannedColumn): string {
  if (as === null) return 'not imported';
  return dateOrder === undefined ? type : `${type}, ${dateOrder === 'dmy' ? 'day' : 'month'} first`;
}

type RowProps = {
  record: RowRecord;
  /** The line it stands in, or its number. */
  place: number;
  table: RowTable;
  plan: RowPlan;
  /** By the place of the column. */
  checks: readonly CellCheck[];
  isRawOnly: boolean;
  asked: ReadonlySet<number>;
};

function Row({ record, place, table, plan, checks, isRawOnly, asked }: RowProps) {
  const extra = record.cells.length - plan.columns.length;
  return (
    <tr>
      <td className="border-t border-line bg-sunken px-3 py-1 text-right align-top text-xs text-fg-3 tabular">
        {place.toLocaleString('en-US')}
        {extra > 0 && <span className="block text-danger">{extra} cells too many</span>}
      </td>
      {plan.columns.map((column, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
          key={index}
          title={record.cells[index] ?? 'null'}
          className={`max-w-72 truncate border-t border-l border-line px-2.5 py-1 align-top ${isNumber(column) ? 'text-right tabular' : ''} ${
            asked.has(index) ? 'bg-warn-tint' : ''
          }`}
        >
          {column.as !== null && <Failed reason={checks[index]?.(record.cells[index] ?? null) ?? null} />}
          <CellText raw={record.cells[index] ?? null} column={column} table={table} isRawOnly={isRawOnly} />
        </td>
      ))}
    </tr>
  );
}

function CellText(props: { raw: string | null; column: PlannedColumn; table: RowTable; isRawOnly: boolean }) {
  const { raw, column, table, isRawOnly } = props;
  if (isRawOnly) return <span className="font-mono text-xs">{raw ?? ''}</span>;
  if (column.as === null) return <span className="text-fg-3">{raw ?? ''}</span>;
  // Parquet values have their type already.
  const isTyped = table.csv === null && table.path === null;
  const read = isTyped ? null : readCell(raw, column, table.csv ?? PLAIN_CELLS);
  if (raw === null || read?.kind === 'null')
    return (
      <>
        <i className="text-fg-3">null</i>
        {raw !== null && <Raw text={raw} />}
      </>
    );
  if (read?.kind === 'bad')
    return (
      <>
        <Failed reason={read.reason} />
        <Raw text={raw} />
      </>
    );
  const text = read === null ? raw : read.text;
  return (
    <>
      <span className={column.type === 'text' && /^\d/.test(text) ? 'font-mono text-xs' : ''}>{text}</span>
      {text !== raw && <Raw text={raw} />}
    </>
  );
}

/** Why the record will be rejected, at the cell. */
function Failed({ reason }: { reason: string | null }) {
  return reason === null ? null : <span className="block text-danger">{reason}</span>;
}

function Raw({ text }: { text: string }) {
  return <span className="block truncate font-mono text-xs text-fg-3">{text}</span>;
}
