import Link from 'next/link';
import type { DatasetRow } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { importPath } from '@/lib/navigation/import-path';

/** Where a row came from, in words: file, line or record, and import. */
export function RowOrigin({ from }: { from: DatasetRow['from'] }) {
  return (
    <>
      {from.file},{' '}
      {from.line === null ? `record ${formatCount(from.record)}` : `line ${formatCount(from.line)}`}, in{' '}
      <Link href={importPath(from.import)} className="text-accent underline">
        #{from.import}
      </Link>
    </>
  );
}
