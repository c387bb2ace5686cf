import { formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { dialectNames } from '@/lib/lineage/sql/dialect-names';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { Card } from './card';

const MODES = { append: 'Append', replace: 'Replace', upsert: 'Upsert' } as const;

/** What was decided before the start. */
export function ChoicesCard({ import: import_ }: { import: Import }) {
  if (import_.kind === 'rollback') return null;
  const { choices } = import_;
  const hasExtract = import_.files.some((file) => file.role !== null && file.role !== 'rows');
  const facts: Array<[string, string]> = [
    ...(hasExtract || Object.keys(choices.datasets ?? {}).length === 0 ? sourceFacts(import_) : []),
    ...datasetFacts(import_),
    [
      'Bad records',
      choices.onBadRecord === 'stop'
        ? 'Stop, write nothing'
        : `Keep good ones up to ${formatCount(choices.maxRejects)} or ${choices.maxRejectPercent} % bad`,
    ],
  ];
  return (
    <Card title="Chosen before the start">
      <dl className="grid grid-cols-[6rem_1fr] gap-x-2 gap-y-1 text-sm">
        {facts.map(([what, how]) => (
          <div key={what} className="contents">
            <dt className="truncate text-fg-2" title={what}>
              {what}
            </dt>
            <dd className="break-words">{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function sourceFacts({ choices, source }: Import): Array<[string, string]> {
  return [
    ['Source', source?.name ?? 'none'],
    ['Database', source?.database ?? source?.name ?? 'none'],
    ['Dialect', dialectNames[source?.dialect ?? 'tsql']],
    ['Mode', choices.mode === 'merge' ? 'Add and update' : 'Replace what the source had'],
  ];
}

function datasetFacts({ choices }: Import): Array<[string, string]> {
  return Object.entries(choices.datasets ?? {}).map(([name, choice]) => {
    const parts = [
      MODES[choice.mode ?? 'append'],
      ...(choice.key ? [`key ${choice.key.join(' + ')}`] : []),
      ...(choice.nullKeys === 'skip' ? ['empty keys are skipped'] : []),
      ...(choice.blankCells === 'keep' ? ['empty cells keep the old value'] : []),
      ...(choice.newColumns === undefined || choice.newColumns === 'add'
        ? []
        : [`new columns: ${choice.newColumns}`]),
    ];
    return [shownDataset(name), parts.join(', ')];
  });
}
