import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { countOf } from '@/lib/format-text/format-count';
import type { CoverageItem, Evidence } from '@/lib/lineage/contract';
import { definitionAdvice, statementsRead, unreadWords } from '@/lib/lineage/coverage/coverage-words';
import { DiagnosticList } from './diagnostic-list';
import { Section } from './section';

type ReadingSectionProps = {
  /** One for each source that has the object. */
  readings: readonly CoverageItem[];
  onOpenProof: (place: Pick<Evidence, 'object' | 'span'>) => void;
};

const SHOWN = 5;

/** How the definition was read: what was not, at which line, why, and what to do. */
export function ReadingSection({ readings, onOpenProof }: ReadingSectionProps) {
  return readings.map((reading) => (
    <Section
      key={reading.source}
      title={readings.length === 1 ? 'How its SQL was read' : `How its SQL was read · ${reading.source}`}
    >
      <Reading reading={reading} onOpenProof={onOpenProof} />
    </Section>
  ));
}

function Reading({
  reading,
  onOpenProof,
}: { reading: CoverageItem } & Pick<ReadingSectionProps, 'onOpenProof'>) {
  const [isOpen, setOpen] = useState(false);
  const { diagnostics, object } = reading;
  const unread = unreadWords(reading);
  const advice = definitionAdvice(reading);
  const shown = isOpen || diagnostics.length <= SHOWN + 1 ? diagnostics : diagnostics.slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="flex items-start gap-2">
        <Icon
          icon={unread.length > 0 ? CircleAlert : CircleCheck}
          size={14}
          className={`mt-px ${unread.length > 0 ? 'text-warn' : 'text-ok'}`}
        />
        <span>{summary(reading, unread)}</span>
      </p>
      {advice !== undefined && <p className="text-fg-2">{advice}</p>}
      <DiagnosticList diagnostics={shown} onOpen={(span) => onOpenProof({ object: object.id, span })} />
      {shown.length < diagnostics.length && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="cursor-default self-start rounded-tag text-accent hover:underline"
        >
          Show {countOf(diagnostics.length - shown.length, 'more note')}
        </button>
      )}
    </div>
  );
}

function summary(reading: CoverageItem, unread: readonly string[]): string {
  const { statements, omitted, dynamic, definition } = reading;
  if (definition !== 'read') return `${capital(unread.join(', '))}.`;
  const rest = [
    ...(omitted > 0 ? [`${countOf(omitted, 'part')} left out`] : []),
    ...(dynamic === 0 ? ['no dynamic SQL'] : []),
  ];
  return statements === 0
    ? 'It has no statement that moves data.'
    : `${[statementsRead(reading), ...rest].join(', ')}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
