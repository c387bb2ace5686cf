'use client';
import { Camera, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { SnapshotList } from '@/components/shell/snapshot-list';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';

/** Which snapshot the page shows; another one changes the whole page. */
export function AsOfControl() {
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
      {(close) => <SnapshotList onChosen={close} />}
    </Popover>
  );
}
