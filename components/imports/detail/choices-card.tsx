import { formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { Card } from './card';

/** What was decided before the start. */
export function ChoicesCard({ import: import_ }: { import: Import }) {
  const { choices, source } = import_;
  const facts: Array<[string, string]> = [
    ['Source', source?.name ?? 'none'],
    ['Database', source?.database ?? source?.name ?? 'none'],
    ['Dialect', 'T-SQL'],
    ['Mode', choices.mode === 'merge' ? 'Add and update' : 'Replace what the source had'],
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
            <dt className="text-fg-2">{what}</dt>
            <dd className="break-words">{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
