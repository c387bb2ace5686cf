'use client';
import { useEffect, useMemo, useRef } from 'react';
import { markedLines, type TextSpan } from './mark-line';
import { SqlBlock } from './sql-block';
import { useSqlLines } from './use-sql-lines';

type SqlViewerProps = {
  text: string;
  /** Accessible name, for example "SQL of Sales.vSalesPerson". */
  label: string;
  /** Boxed places; their lines get a bar and a tint unless `areSpansTinted` is false. */
  spans?: readonly TextSpan[];
  areSpansTinted?: boolean;
  /** Statements around the places: their lines get a pale bar. */
  blocks?: readonly TextSpan[] | undefined;
  /** Further lines with a bar and a tint. */
  lines?: readonly number[];
  /** Shows only these lines, both included. */
  range?: { from: number; to: number };
  /** Brings this line into view whenever it changes. */
  scrollToLine?: number | undefined;
  className?: string;
};

const BLOCK = 100;
const NONE: readonly never[] = [];

/** Read-only T-SQL with line numbers, colours and marks. Pure text: it can be selected, found and copied. */
export function SqlViewer(props: SqlViewerProps) {
  const { text, label, spans = NONE, lines = NONE, blocks: around = NONE, areSpansTinted = true } = props;
  const { range, scrollToLine, className } = props;
  const all = useSqlLines(text);
  const box = useRef<HTMLElement>(null);
  const marked = useMemo(
    () => new Set([...(areSpansTinted ? markedLines(spans) : []), ...lines]),
    [spans, lines, areSpansTinted],
  );
  const inside = useMemo(() => markedLines(around), [around]);
  const first = Math.max(1, range?.from ?? 1);
  const last = Math.min(all.length, range?.to ?? all.length);

  useEffect(() => {
    if (scrollToLine === undefined) return;
    const view = box.current;
    const line = view?.querySelector<HTMLElement>(`[data-line="${scrollToLine}"]`);
    if (!view || !line) return;
    view.scrollTop = line.offsetTop - view.clientHeight / 3;
  }, [scrollToLine]);

  const blocks = [];
  for (let from = first; from <= last; from += BLOCK) {
    const to = Math.min(last, from + BLOCK - 1);
    blocks.push(
      <SqlBlock
        key={from}
        first={from}
        lines={all.slice(from - 1, to)}
        spans={spans}
        marked={marked}
        inside={inside}
        isFirst={from === first}
      />,
    );
  }
  const gutter = { '--sql-gutter': `calc(${Math.max(2, String(last).length)}ch + 1.75rem)` };
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      style={gutter as React.CSSProperties}
      className={`focus-inset relative overflow-auto bg-surface py-2 font-mono text-code text-fg ${className ?? ''}`}
    >
      {blocks}
    </section>
  );
}
