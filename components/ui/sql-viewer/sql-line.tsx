import { Fragment, memo } from 'react';
import { markLine } from './mark-line';
import type { SqlRole, SqlToken } from './sql-token';

const COLOURS: Record<SqlRole, string> = {
  keyword: 'text-(--sql-keyword)',
  string: 'text-(--sql-string)',
  function: 'text-(--sql-function)',
  comment: 'text-(--sql-comment)',
  number: 'text-(--sql-number)',
  operator: 'text-(--sql-operator)',
};

type SqlLineProps = {
  number: number;
  tokens: readonly SqlToken[];
  /** The line has a bar and a tint. */
  isMarked: boolean;
  /** The line is part of the statement that a mark is in: a pale bar. */
  isInside: boolean;
  /** Boxed parts, as offsets into the line. */
  ranges: ReadonlyArray<{ from: number; to: number }>;
};

/** One line: its number, then its coloured pieces; long lines scroll. */
export const SqlLine = memo(function SqlLine({ number, tokens, isMarked, isInside, ranges }: SqlLineProps) {
  return (
    <div data-line={number} className={`flex h-5 w-max min-w-full ${lineLook(isMarked, isInside)}`}>
      <span
        aria-hidden="true"
        className={`w-(--sql-gutter) shrink-0 pr-3 text-right select-none ${
          isMarked ? 'font-semibold text-accent' : 'text-fg-3'
        }`}
      >
        {number}
      </span>
      <span className="pr-4 whitespace-pre">
        {markLine(tokens, ranges).map((part, index) => {
          const pieces = part.tokens.map((token, piece) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity besides their place
            <span key={piece} className={token.role === null ? undefined : COLOURS[token.role]}>
              {token.text}
            </span>
          ));
          return part.isMarked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity besides their place
            <mark key={index} className="sql-mark">
              {pieces}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity besides their place
            <Fragment key={index}>{pieces}</Fragment>
          );
        })}
      </span>
    </div>
  );
});

function lineLook(isMarked: boolean, isInside: boolean): string {
  if (isMarked) return 'bg-accent-tint shadow-[inset_3px_0_0_var(--accent)]';
  return isInside ? 'shadow-[inset_3px_0_0_var(--accent-tint)]' : '';
}
