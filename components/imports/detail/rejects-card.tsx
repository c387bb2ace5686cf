'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { LoadFailed } from '@/components/ui/load-failed';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { rejectsQuery } from '@/lib/imports/queries';
import { rejectFileUrl } from '@/lib/imports/reject-file-url';
import { rejectsName } from '@/lib/imports/rejects-name';
import { Card } from './card';
import { FixButton } from './fix-button';
import { RejectGroups } from './reject-groups';
import { RejectList } from './reject-list';

/** Rejected records: grouped, each one located, and as files to correct and import again. */
export function RejectsCard({ import: import_ }: { import: Import }) {
  const [isListed, setListed] = useState(false);
  const list = useInfiniteQuery(rejectsQuery(import_.id));
  const first = list.data?.pages[0];
  if (list.isError) {
    return (
      <LoadFailed title="Could not load the rejected records" onRetry={list.refetch}>
        {list.error.message}
      </LoadFailed>
    );
  }
  if (!first || first.total === 0) return null;
  const names = [...new Set(first.groups.flatMap((group) => group.files))];
  return (
    <Card
      title="Rejected"
      note={`${countOf(first.total, 'record')} in ${countOf(first.groups.length, 'group')}`}
      actions={
        <>
          {names.map((name) => (
            <a
              key={name}
              href={rejectFileUrl(import_.id, name)}
              download
              className={buttonStyle('secondary', 28)}
            >
              <Icon icon={Download} size={14} />
              {rejectsName(name)}
              <RejectedOf import={import_} name={name} />
            </a>
          ))}
          {canBeFixed(import_) && <FixButton import={import_} />}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RejectGroups groups={first.groups} items={list.data?.pages.flatMap((page) => page.items) ?? []} />
        {first.kept < first.total && (
          <p className="text-sm text-fg-2">
            Details are kept of the first {formatCount(first.kept)} of {formatCount(first.total)}; all are
            counted above.
          </p>
        )}
        {isListed ? (
          <RejectList importId={import_.id} />
        ) : (
          <Button size={28} className="self-start" onPress={() => setListed(true)}>
            List each record
          </Button>
        )}
      </div>
    </Card>
  );
}

/** How many records the file holds. */
function RejectedOf({ import: { files, receipt }, name }: { import: Import; name: string }) {
  if (receipt === null) return null;
  const records = files.reduce(
    (sum, file, index) => sum + (file.name === name ? (receipt.files[index]?.rejected ?? 0) : 0),
    0,
  );
  return <span className="font-normal text-fg-3 tabular">{formatCount(records)}</span>;
}

/** What published nothing, or is rolled back, has to be imported as a whole. */
function canBeFixed({ state, dryRun, rolledBackBy }: Import): boolean {
  return state === 'succeeded' && !dryRun && rolledBackBy === null;
}
