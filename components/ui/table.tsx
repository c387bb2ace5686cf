import type { ReactNode } from 'react';

/** A dense table with a caption for screen readers. Rows are 28 px; wrap it yourself where it may scroll. */
export function Table({
  caption,
  children,
  className,
}: {
  caption: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <table className={`w-full border-collapse text-sm ${className ?? ''}`}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

type CellProps = { children?: ReactNode; isNumber?: boolean; className?: string; colSpan?: number };

const align = (isNumber: boolean | undefined) => (isNumber === true ? 'text-right tabular' : 'text-left');

/** A column header. */
export function HeadCell({ children, isNumber, className, colSpan, title }: CellProps & { title?: string }) {
  return (
    <th
      scope="col"
      title={title}
      colSpan={colSpan}
      className={`h-7 border-b border-line px-2 text-xs font-semibold text-fg-2 ${align(isNumber)} ${className ?? ''}`}
    >
      {children}
    </th>
  );
}

/** A cell; numbers stand right in tabular figures. */
export function Cell({ children, isNumber, className, colSpan }: CellProps) {
  return (
    <td
      colSpan={colSpan}
      className={`h-7 border-b border-line px-2 text-fg ${align(isNumber)} ${className ?? ''}`}
    >
      {children}
    </td>
  );
}

/** The header of a row: its name. */
export function RowHead({ children, className }: CellProps) {
  return (
    <th
      scope="row"
      className={`h-7 border-b border-line px-2 text-left font-medium text-fg ${className ?? ''}`}
    >
      {children}
    </th>
  );
}
