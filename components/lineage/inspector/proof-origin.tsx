import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useNow } from '@/components/shell/use-now';
import { snapshotQuery } from '@/lib/catalog/queries';
import { formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { Evidence } from '@/lib/lineage/contract';
import { importPath } from '@/lib/navigation/import-path';

type ProofOriginProps = { proof: Evidence; says: string; onOpenSql: () => void };

/** The file and record of a proof that has no lines, and the import that brought it. */
export function ProofOrigin({ proof, says, onOpenSql }: ProofOriginProps) {
  const now = useNow();
  const { source, file, record, import: number } = proof.origin;
  const { data } = useQuery(snapshotQuery(number));
  const at = data && new Date(data.publishedAt);
  return (
    <div className="rounded-control bg-sunken px-2 py-1.5 text-fg-2">
      <p>
        {says}: {record === null ? file : `record ${formatCount(record)} of ${file}`}, source {source}. It
        names both objects, and no line.
      </p>
      <p>
        <Link href={importPath(number)} className="text-accent underline decoration-1 underline-offset-2">
          Import #{number}
        </Link>
        {data && ` by ${data.owner.name}`}
        {at && now && <span title={formatFullTime(at)}>, {formatTimeAgo(at, now)}</span>}
      </p>
      {proof.object !== null && (
        <button
          type="button"
          onClick={onOpenSql}
          className="cursor-default rounded-tag text-accent hover:underline"
        >
          Open the SQL it is about
        </button>
      )}
    </div>
  );
}
