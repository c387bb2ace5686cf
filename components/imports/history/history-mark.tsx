import type { Import } from '@/lib/imports/contract';

type HistoryMarkProps = { state: Import['state']; isChild: boolean; isFirst: boolean; isLast: boolean };

/** The line of history at the left: dots are snapshots, one beside the line brings rejects again, a ring is running, a cross wrote nothing. */
export function HistoryMark({ state, isChild, isFirst, isLast }: HistoryMarkProps) {
  const isOpen = state === 'waiting' || state === 'checking' || state === 'publishing' || state === 'draft';
  const thread = `absolute left-1/2 -ml-px border-l-2 border-line-strong ${isOpen ? 'border-dotted' : ''}`;
  return (
    <span aria-hidden="true" className="absolute inset-0 flex items-center justify-center">
      {!isFirst && <span className={`${thread} top-0 bottom-1/2`} />}
      {!isLast && <span className={`${thread} top-1/2 -bottom-px`} />}
      {isChild && (
        <span className="absolute top-1/2 left-1/2 h-1/2 w-4 rounded-br-card border-r-2 border-b-2 border-line-strong" />
      )}
      <span className={`relative flex ${isChild ? 'left-4' : ''}`}>
        <Mark state={state} />
      </span>
    </span>
  );
}

function Mark({ state }: { state: Import['state'] }) {
  switch (state) {
    case 'succeeded':
      return <span className="size-2.5 rounded-full border-2 border-surface bg-fg-2" />;
    case 'checking':
    case 'publishing':
      return <span className="size-3 rounded-full border-2 border-accent bg-accent-tint" />;
    case 'waiting':
    case 'draft':
      return <span className="size-2.5 rounded-full border-2 border-dotted border-fg-3 bg-surface" />;
    default:
      return (
        <span
          className={`bg-surface text-md leading-none font-semibold ${state === 'cancelled' ? 'text-fg-2' : 'text-danger'}`}
        >
          ×
        </span>
      );
  }
}
