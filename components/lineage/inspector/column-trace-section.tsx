import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ObjectIcon } from '@/components/ui/object-icon';
import { formatCount } from '@/lib/format-text/format-count';
import type { ColumnTrace, Evidence } from '@/lib/lineage/contract';
import { type ColumnStep, columnSteps } from '@/lib/lineage/scene/column-steps';
import { objectName } from '@/lib/navigation/object-name';
import { columnKindWords } from '../evidence/column-kinds';
import { LineLink } from '../evidence/line-link';
import { Section } from './section';

type ColumnTraceSectionProps = {
  column: string;
  path: ColumnTrace;
  onPick: (object: string, column: string) => void;
  onOpenProof: (proof: Evidence) => void;
  onDrop: () => void;
  /** Leads to the whole list. */
  onShowAll: () => void;
};

/** So many steps on each side: the rest is in the list of the columns. */
const NEAREST = 4;

/** The drawn path of a column as a text: what it comes from, itself, and what it goes into, nearest to it. */
export function ColumnTraceSection(props: ColumnTraceSectionProps) {
  const { column, path, onDrop, onShowAll } = props;
  const { up, down } = useMemo(() => columnSteps(path), [path]);
  const self = path.nodes.find(({ id }) => id === path.root);
  const hidden = Math.max(0, up.length - NEAREST) + Math.max(0, down.length - NEAREST);
  return (
    <Section>
      <div className="flex items-center gap-2 pb-1">
        <h3 className="text-sm font-semibold text-fg-2">Column trace</h3>
        <span
          title={column}
          className="ml-auto min-w-0 truncate rounded-tag bg-sunken px-1.5 py-0.5 font-mono text-code"
        >
          {column}
        </span>
        <IconButton icon={X} iconSize={14} size={24} label="Stop the column trace" onPress={onDrop} />
      </div>
      <ol aria-label="Column trace" className="flex flex-col border-l border-line pl-3 text-sm">
        {up
          .slice(0, NEAREST)
          .toReversed()
          .map((step) => (
            <Step key={keyOf(step)} {...props} step={step} />
          ))}
        {self && (
          <li aria-current="true" className="py-1 font-semibold text-accent">
            {objectName(self)}
          </li>
        )}
        {down.slice(0, NEAREST).map((step) => (
          <Step key={keyOf(step)} {...props} step={step} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button variant="link" size={24} className="-ml-1" onPress={onShowAll}>
          {`Show ${formatCount(hidden)} more in Columns`}
        </Button>
      )}
    </Section>
  );
}

const keyOf = ({ object, column }: ColumnStep) => `${object.id} ${column}`;

type StepProps = Pick<ColumnTraceSectionProps, 'onPick' | 'onOpenProof'> & { step: ColumnStep };

function Step({ step, onPick, onOpenProof }: StepProps) {
  const { object, column, kinds, proofs } = step;
  const name = `${objectName(object)}.${column}`;
  return (
    <li className="flex min-w-0 items-start gap-2 py-1">
      <ObjectIcon type={object.type} size={14} className="mt-0.5 text-fg-2" />
      <div className="min-w-0">
        <button
          type="button"
          title={`Show the path of ${name}`}
          onClick={() => onPick(object.id, column)}
          className="block max-w-full cursor-default truncate rounded-tag text-left font-medium hover:text-accent hover:underline pointer-coarse:min-h-11"
        >
          {name}
        </button>
        <p className="text-xs text-fg-3">
          {columnKindWords(kinds) || 'through a local table'}
          <LineLink proofs={proofs} name={name} onOpen={onOpenProof} />
        </p>
      </div>
    </li>
  );
}
