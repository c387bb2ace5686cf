import type { Cell } from '@/lib/datasets/contract';
import type { Difference } from './comparison';

const SIDES = {
  removed: 'rounded-tag bg-del-tint px-1 text-del line-through',
  added: 'rounded-tag bg-add-tint px-1 text-add',
  same: '',
} as const;

/** What a row has in one column: the old value above the new one where they differ, in words for screen readers too. */
export function ComparedCell({ difference, column }: { difference: Difference | undefined; column: string }) {
  if (difference === undefined)
    return <span aria-hidden="true" className="h-2 w-2/3 rounded-full bg-active" />;
  const { change, before, after } = difference;
  const was = before?.values[column];
  const is = after?.values[column];
  if (change === 'added') return <Value value={is} look="added" said="added" />;
  if (change === 'removed') return <Value value={was} look="removed" said="removed" />;
  if (!difference.columns.includes(column)) return <Value value={is} look="same" />;
  return (
    <>
      <Value value={was} look="removed" said="before" />
      <Value value={is} look="added" said="after" />
    </>
  );
}

type ValueProps = {
  value: Cell | undefined;
  look: keyof typeof SIDES;
  said?: string;
  /** Long values break instead of being cut. */
  isWhole?: boolean;
};

/** A value in the looks of its side; `said` tells screen readers which side that is. */
export function Value({ value, look, said, isWhole = false }: ValueProps) {
  const text = value == null ? 'null' : String(value);
  return (
    <span
      title={isWhole ? undefined : text}
      className={`max-w-full leading-5 ${isWhole ? 'break-words whitespace-pre-wrap' : 'truncate'} ${SIDES[look]} ${
        value == null ? 'italic' : ''
      }`}
    >
      {said !== undefined && <span className="sr-only">{said} </span>}
      {text === '' ? <span className="sr-only">empty text</span> : text}
    </span>
  );
}
