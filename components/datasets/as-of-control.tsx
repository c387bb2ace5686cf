'use client';
import { Camera, ChevronDown, GitCompareArrows } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { SnapshotList } from '@/components/shell/snapshot-list';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { datasetPath } from '@/lib/navigation/dataset-path';

/** Which snapshot the page shows; another one changes the whole page. */
export function AsOfControl({ dataset }: { dataset: string }) {
  const { snapshot } = useSnapshot();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label="Snapshots"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="flex h-8 cursor-default items-center gap-1.5 whitespace-nowrap rounded-control border border-accent bg-accent-tint px-2.5 text-base text-accent hover:bg-accent-tint-2 pointer-coarse:h-11">
          <Icon icon={Camera} />
          As of <b className="font-semibold">snapshot #{snapshot}</b>
          <Icon icon={ChevronDown} size={14} />
        </Button>
      }
    >
      {(close) => (
        <>
          <SnapshotList onChosen={close} />
          <p className="border-t border-line px-3 py-1.5">
            <Link
              href={datasetPath(dataset, { tab: 'compare', snapshot: snapshot ?? undefined })}
              onClick={close}
              className="flex w-fit items-center gap-1.5 text-sm text-accent hover:underline"
            >
              <Icon icon={GitCompareArrows} size={14} /> Compare the rows of two snapshots
            </Link>
          </p>
        </>
      )}
    </Popover>
  );
}
