'use client';
import { ArrowRight, KeyRound } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { STACKED_ROW } from '@/components/ui/stacked-row';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { ruleWords } from '@/lib/imports/rule-words';
import { checkErrorWords } from '../../draft/rows/check-words';
import type { PlannedColumn, RowPlan, TargetDataset } from '../../draft/rows/plan-rows';
import type { ColumnEdit } from '../../draft/rows/row-edits';
import { ColumnChecks } from './column-checks';
import { TargetField } from './target-field';
import { TypeField } from './type-field';

const COLUMNS_FIRST = 100;

type ColumnMapProps = {
  plan: RowPlan;
  /** Records that were looked at. */
  looked: number;
  dataset: string;
  target: TargetDataset | null;
  keys: readonly string[];
  onColumn: (index: number, change: ColumnEdit) => void;
};

/** Each column of the file: its type, its column in the dataset, how full it is, and what happens with it. */
export function ColumnMap({ plan, looked, dataset, target, keys, onColumn }: ColumnMapProps) {
  const [isAll, setAll] = useState(false);
  const columns = isAll ? plan.columns : plan.columns.slice(0, COLUMNS_FIRST);
  const isKey = new Set(keys.map((key) => key.toLowerCase()));
  const hidden = plan.columns.length - columns.length;
  return (
    <div className="flex flex-col gap-2">
      <ScrollRegion label="Columns of the file" className="-mx-1.5 px-1.5">
        <Table caption="Columns of the file">
          <thead className="max-sm:hidden">
            <tr>
              <HeadCell className="pl-0 whitespace-nowrap">Column in file</HeadCell>
              <HeadCell>Type</HeadCell>
              <HeadCell className="px-0">
                <span className="sr-only">becomes</span>
              </HeadCell>
              <HeadCell>Column in {dataset}</HeadCell>
              <HeadCell>Filled</HeadCell>
              <HeadCell>Checks</HeadCell>
              <HeadCell>What happens</HeadCell>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              <tr key={index} className={STACKED}>
                <RowHead className="pl-0 font-mono text-xs sm:max-w-40 sm:min-w-36">
                  <span className="flex flex-wrap items-center gap-x-2 py-1">
                    <Name text={column.name} />
                    {column.as !== null && isKey.has(column.as.toLowerCase()) && <KeyTag />}
                  </span>
                </RowHead>
                <Cell className="max-sm:col-start-1">
                  <TypeField column={column} onChange={(change) => onColumn(index, change)} />
                </Cell>
                <Cell className="px-0 text-fg-3 max-sm:hidden!">
                  <Icon icon={ArrowRight} size={14} />
                </Cell>
                <Cell>
                  <TargetField column={column} target={target} onChange={(as) => onColumn(index, { as })} />
                </Cell>
                <Cell className="max-sm:col-start-2 max-sm:row-start-1 max-sm:justify-self-end">
                  <Filled share={column.filled} />
                </Cell>
                <Cell className="max-sm:order-1 max-sm:justify-self-end">
                  {column.as !== null && (
                    <ColumnChecks column={column} onChange={(checks) => onColumn(index, { checks })} />
                  )}
                </Cell>
                <Cell className="py-1 text-fg-2 max-sm:col-start-1 sm:min-w-32">
                  <Happens column={column} looked={looked} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
      {hidden > 0 && (
        <p className="flex items-center gap-2 text-sm text-fg-2">
          {formatCount(columns.length)} of {countOf(plan.columns.length, 'column')} shown, all are imported as
          found.
          <Button variant="link" size={28} onPress={() => setAll(true)}>
            Show all
          </Button>
        </p>
      )}
    </div>
  );
}

/** On a phone a column has three lines: name and filled, type and target, what happens and its checks. */
const STACKED = `${STACKED_ROW} max-sm:grid max-sm:grid-cols-2`;

/** It wraps where a word of it ends, and anywhere if it must. */
function Name({ text }: { text: string }) {
  const words = text.split(/(?<=_)/);
  return (
    <span className="min-w-0 wrap-anywhere">
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place
        <Fragment key={index}>
          {word}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

function KeyTag() {
  return (
    <span className="inline-flex items-center gap-1 rounded-tag bg-sunken px-1 font-sans text-xs font-normal text-fg-2">
      <Icon icon={KeyRound} size={12} />
      key
    </span>
  );
}

function Filled({ share }: { share: number }) {
  const percent = share * 100;
  const text =
    percent === 100 || percent === 0 ? String(percent) : percent.toFixed(percent > 99 || percent < 1 ? 2 : 1);
  return (
    <span className="flex items-center gap-2 whitespace-nowrap tabular">
      <span aria-hidden="true" className="h-1.5 w-10 overflow-hidden rounded-full bg-active">
        <span className="block h-full rounded-full bg-fg-2" style={{ width: `${percent}%` }} />
      </span>
      {text} %
    </span>
  );
}

function Happens({ column, looked }: { column: PlannedColumn; looked: number }) {
  const wrong = checkErrorWords(column.checkErrors);
  if (wrong !== null) return <b className="font-semibold text-danger">Checks: {wrong}</b>;
  const { bad, failing } = column;
  const wrongCells = [
    ...(bad === null ? [] : [`${formatCount(bad.count)} ${bad.reason}`]),
    ...(failing === null
      ? []
      : [
          `${formatCount(failing.count)} ${failing.count === 1 ? 'fails' : 'fail'} a check (${failing.reason})`,
        ]),
  ];
  if (wrongCells.length === 0) return column.note;
  const rules = ruleWords(column.rules);
  return (
    <>
      <b className="font-semibold text-danger">{wrongCells.join(', ')}</b>, of the first {formatCount(looked)}
      {rules !== '' && `; ${rules}`}
    </>
  );
}
