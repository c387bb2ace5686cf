import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ObjectIcon } from '@/components/ui/object-icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Evidence, NotRead } from '@/lib/lineage/contract';
import type { ColumnStep } from '@/lib/lineage/scene/column-steps';
import { objectName } from '@/lib/navigation/object-name';
import { columnKindWords } from '../evidence/column-kinds';
import { LineLink } from '../evidence/line-link';
import { UnreadMark } from '../evidence/unread-mark';
import { Section } from './section';

type ColumnStepsListProps = {
  title: string;
  none: string;
  steps: readonly ColumnStep[];
  /** Objects that were not fully read. */
  notRead: readonly NotRead[];
  /** All there are, also those that the path leaves out. */
  total: number;
  filter: string;
  onPick: (object: string, column: string) => void;
  onOpenProof: (proof: Evidence) => void;
};

/** Rows at first; more come in the same steps. */
const STEP = 100;

/** The columns on one side with kind and distance; each leads to its own path and to the line that proves it. */
export function ColumnStepsList(props: ColumnStepsListProps) {
  const { title, none, steps, notRead, total, filter, onPick, onOpenProof } = props;
  const [most, setMost] = useState(STEP);
  const text = filter.trim().toLowerCase();
  const found = steps.filter(({ object, column }) =>
    `${objectName(object)}.${column}`.toLowerCase().includes(text),
  );
  const shown = found.slice(0, most);
  return (
    <Section title={`${title} · ${formatCount(total)}`}>
      {total === 0 && <p className="text-sm text-fg-3">{none}</p>}
      {total > 0 && (
        <p className="pb-1 text-xs text-fg-3 tabular">
          Showing {formatCount(shown.length)} of {countOf(total, 'column')}
          {text !== '' && `, ${formatCount(found.length)} match the filter`}
          {total > steps.length && `, ${formatCount(total - steps.length)} too many or too far for one path`}
        </p>
      )}
      <ul aria-label={title} className="flex flex-col">
        {shown.map((step) => (
          <Step
            key={`${step.object.id} ${step.column}`}
            step={step}
            notRead={notRead.find(({ node }) => node === step.object.id)}
            onPick={() => onPick(step.object.id, step.column)}
            onOpenProof={onOpenProof}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <Button variant="link" size={24} className="-ml-1" onPress={() => setMost(most + STEP)}>
          {`Show ${formatCount(Math.min(STEP, found.length - shown.length))} more`}
        </Button>
      )}
    </Section>
  );
}

type StepProps = {
  step: ColumnStep;
  notRead: NotRead | undefined;
  onPick: () => void;
  onOpenProof: (proof: Evidence) => void;
};

function Step({ step, notRead, onPick, onOpenProof }: StepProps) {
  const { object, column, hops, kinds, proofs } = step;
  const name = `${objectName(object)}.${column}`;
  return (
    <li className="flex items-start gap-2 border-t border-line py-1.5 first:border-0">
      <ObjectIcon type={object.type} size={14} className="mt-0.5 text-fg-2" />
      <div className="min-w-0 flex-1 text-sm">
        <button
          type="button"
          title={`Show the path of ${name}`}
          onClick={onPick}
          className="block max-w-full cursor-default truncate rounded-tag text-left hover:text-accent hover:underline pointer-coarse:min-h-11"
        >
          <span className="text-fg-2">{objectName(object)}.</span>
          <span className="font-mono text-code font-semibold">{column}</span>
        </button>
        <p className="text-xs text-fg-3">
          {columnKindWords(kinds) || 'through a local table'} · {countOf(hops, 'hop')}
          <LineLink proofs={proofs} name={name} onOpen={onOpenProof} />
        </p>
      </div>
      <UnreadMark notRead={notRead} object={object} className="mt-0.5" />
    </li>
  );
}
