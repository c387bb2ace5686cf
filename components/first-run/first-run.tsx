'use client';
import { ArrowRight, Server, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { ButtonLink } from '@/components/ui/button-link';
import { ChooseFilesButton } from '@/components/ui/choose-files-button';
import { Icon } from '@/components/ui/icon';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { CopyQueryButton } from './copy-query-button';
import { SamplePicture } from './sample-picture';

type FirstRunProps = {
  maxFileSizeBytes: number;
  /** The button that loads the sample; it belongs to the imports. */
  sample: ReactNode;
};

/** An empty workspace: bring files or load the sample, and what to bring from where. */
export function FirstRun({ maxFileSizeBytes, sample }: FirstRunProps) {
  const { newest } = useSnapshot();
  return (
    <div className="mx-auto w-full max-w-[72.5rem] px-4 py-16 max-sm:py-8">
      <header className="text-center">
        <h1 className="text-xxl font-semibold">Bring your first files</h1>
        <p className="pt-1 text-md font-normal text-fg-2">
          They become snapshot #1. Everybody here can browse it at once.
        </p>
      </header>
      {typeof newest === 'number' && <ReadyLine newest={newest} />}
      <div className="mt-7 grid gap-6 md:grid-cols-[592fr_512fr]">
        <OwnFiles maxFileSizeBytes={maxFileSizeBytes} />
        <section className="flex flex-col overflow-hidden rounded-dialog border border-line bg-surface">
          <div className="border-b border-line bg-bg">
            <SamplePicture />
          </div>
          <div className="flex flex-1 flex-col items-start gap-1 p-5">
            <h2 className="text-lg font-semibold">Try it with the sample workspace</h2>
            <p className="text-sm text-fg-2">
              The warehouse of a small retailer: about 90 objects in 5 schemas, with procedures, views and a
              query log. Ready in a few seconds.
            </p>
            <div className="pt-3">{sample}</div>
          </div>
        </section>
      </div>
      <section
        aria-label="What to bring"
        className="mt-6 flex items-center gap-4 rounded-dialog border border-line bg-surface px-5 py-4 max-sm:flex-col max-sm:items-start"
      >
        <span className="flex size-9 shrink-0 items-center justify-center rounded-card bg-sunken text-fg-2">
          <Icon icon={Server} size={18} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-base font-semibold">From SQL Server</h2>
          <p className="text-sm text-fg-2">
            Run one script and drop its results as CSV or Parquet: objects, definitions, dependencies. Columns
            and query log are optional.
          </p>
        </div>
        <CopyQueryButton />
      </section>
    </div>
  );
}

function OwnFiles({ maxFileSizeBytes }: { maxFileSizeBytes: number }) {
  const { open } = useImportDialog();
  return (
    <section className="flex flex-col items-center justify-center gap-1 rounded-dialog border border-dashed border-control bg-surface px-5 py-16 text-center">
      <span className="mb-3 flex size-12 items-center justify-center rounded-card bg-accent-tint text-accent">
        <Icon icon={Upload} size={24} />
      </span>
      <h2 className="text-lg font-semibold">Drop files anywhere in this window</h2>
      <p className="text-fg-2">Several at once is fine. Up to {formatBytes(maxFileSizeBytes)} each.</p>
      <ChooseFilesButton variant="primary" className="mt-4 h-9 px-4" onFiles={open} />
    </section>
  );
}

function ReadyLine({ newest }: { newest: number }) {
  return (
    <div className="mt-6 flex items-center justify-between gap-3 rounded-dialog bg-ok-tint px-5 py-3">
      <p className="font-semibold text-ok">Snapshot #{newest} is ready</p>
      <ButtonLink href={'/lineage'} size={28} iconEnd={ArrowRight}>
        Open the lineage
      </ButtonLink>
    </div>
  );
}
