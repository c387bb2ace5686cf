import Link from 'next/link';
import { useObjectName } from '@/components/shell/use-object-name';
import { diagnosticWords } from '@/lib/lineage/coverage/diagnostic-words';
import { lineagePath } from '@/lib/navigation/lineage-path';
import type { CoverageRow } from './coverage-rows';
import { SeverityIcon } from './severity-icon';

type DiagnosticCellProps = {
  row: Extract<CoverageRow, { kind: 'diagnostic' }>;
  columns: number;
  snapshot: number | undefined;
};

/** Something that was met in a definition, with the way to its line; what helps is said once for each kind. */
export function DiagnosticCell({ row, columns, snapshot }: DiagnosticCellProps) {
  const nameOf = useObjectName();
  const { severity, code, message, span } = row.diagnostic;
  const { title, advice } = diagnosticWords(code);
  return (
    <td colSpan={columns} className="border-b border-line py-1 pr-4 pl-11 text-sm max-sm:pl-4">
      <span className="flex items-start gap-2">
        <SeverityIcon severity={severity} />
        <span className="min-w-0 break-words">
          <Link
            href={lineagePath({ object: nameOf(row.item.object), snapshot, line: span.start.line })}
            prefetch={false}
            className="rounded-tag font-medium text-accent hover:underline"
          >
            {title}, line {span.start.line}
          </Link>{' '}
          <span className="text-fg">{message}</span>
          {row.isFirstOfCode && <span className="text-fg-2"> {advice}</span>}
        </span>
      </span>
    </td>
  );
}
