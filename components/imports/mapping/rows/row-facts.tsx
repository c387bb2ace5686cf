'use client';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { MessageBlock } from '@/components/ui/message-block';
import { Pill } from '@/components/ui/pill';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { linesTellApart } from '@/lib/formats/preview/rows/lines-tell-apart';
import type { RowTable } from '@/lib/formats/preview/rows/row-table';
import {
  answerQuestion,
  changeColumn,
  changeMarks,
  changeTable,
  type RowEdits,
} from '../../draft/rows/row-edits';
import { type RowFile, shownName } from '../../draft/rows/row-files';
import { useImportSession } from '../../session/use-import-session';
import { RecipeOffer } from '../recipes/recipe-offer';
import { ColumnMap } from './column-map';
import { QuestionCard } from './question-card';
import { RowOptions } from './row-options';
import { RowPreview } from './row-preview';

/** What was found in one file of rows, what has to be asked, and where its columns go. All of it can be changed. */
export function RowFacts({ planned, keys }: { planned: RowFile; keys: readonly string[] }) {
  const { session } = useImportSession();
  const [isRawOnly, setRawOnly] = useState(false);
  const { file, view, plan, target, dataset } = planned;
  const { edits, table } = view;
  const change = (next: RowEdits) => session.editRows(file.key, next);
  if (table === null || plan === null) {
    return (
      <div className="flex flex-col gap-3">
        <MessageBlock tone="danger" title="It cannot be read like this">
          {view.problem}
        </MessageBlock>
        <button
          type="button"
          className="w-fit rounded-tag text-sm text-accent hover:underline"
          onClick={() => change({ ...edits, given: {} })}
        >
          Read it as it was found
        </button>
      </div>
    );
  }
  const name = dataset === null ? 'the dataset' : shownName(dataset);
  const hint = file.preview?.kind === 'rows' ? file.preview.hint : null;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="sr-only">{file.name}</h3>
      <RecipeOffer planned={planned} />
      <RowOptions
        table={table}
        onTable={(given) => change(changeTable(edits, given))}
        onMarks={(csv) => change(changeMarks(edits, csv))}
      />
      {hint !== null && <p className="text-sm break-words text-fg-2">{hint} It is read as rows.</p>}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-fg-2">
          <span>
            <span className="font-semibold text-fg">Preview</span> {shownText(table)}
          </span>
          <Pill tone="outline" icon={Check}>
            Found in the content, frozen for the load
          </Pill>
        </p>
        <SegmentedControl
          label="Values in the preview"
          value={isRawOnly ? 'raw' : 'both'}
          onChange={(value) => setRawOnly(value === 'raw')}
          options={[
            { value: 'both', label: 'Parsed and raw' },
            { value: 'raw', label: 'Raw only' },
          ]}
        />
      </div>
      <RowPreview table={table} plan={plan} isRawOnly={isRawOnly} caption={`First records of ${file.name}`} />
      {plan.questions.map((it) => (
        <QuestionCard
          key={it.question.id}
          planned={it}
          column={it.question.column === null ? null : (plan.columns[it.question.column]?.name ?? null)}
          onAnswer={(answer) => change(answerQuestion(edits, it.question, answer))}
        />
      ))}
      <ColumnMap
        plan={plan}
        looked={table.records.length}
        dataset={name}
        target={target}
        keys={keys}
        onColumn={(index, to) => change(changeColumn(edits, index, to))}
      />
    </div>
  );
}

const ROWS_SHOWN = 50;

function shownText({ records, count, columns }: RowTable): string {
  const shown = records.slice(0, ROWS_SHOWN);
  const first = shown[0];
  const last = shown.at(-1);
  const of = `${count.exact ? '' : '≈ '}${countOf(count.count, 'record')}, ${countOf(columns.length, 'column')}`;
  if (!first || !last) return of;
  const isLines = linesTellApart(shown);
  const [from, to] = isLines ? [first.line ?? 1, last.line ?? 1] : [first.number, last.number];
  return `${isLines ? 'lines' : 'records'} ${formatCount(from)} to ${formatCount(to)} of ${of}`;
}
