'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Download, Link2, Waypoints } from 'lucide-react';
import Link from 'next/link';
import { useOwnImports } from '@/components/shell/own-imports';
import { useNow } from '@/components/shell/use-now';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Icon } from '@/components/ui/icon';
import { Pill } from '@/components/ui/pill';
import { showToast } from '@/components/ui/toast';
import type { Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import { lockQuery } from '@/lib/imports/queries';
import { importPath } from '@/lib/navigation/import-path';
import { lineageOfSnapshot } from '@/lib/navigation/lineage-of-snapshot';
import { CancelImportButton } from '../progress/cancel-import-button';
import { importStateLook, isOver } from '../text/import-state';
import { importTitle } from '../text/import-words';
import { copyText } from './copy-text';
import { FamilyLine } from './family-line';
import { importFacts } from './import-facts';
import { RollbackButton } from './rollback-button';
import { saveReceipt } from './save-receipt';

/** Number, state, who, when and how long, and what can be done with it. */
export function ImportHead({ import: import_ }: { import: Import }) {
  const look = importStateLook(import_);
  const isPublished = import_.state === 'succeeded' && !import_.dryRun;
  const now = useNow();
  const { isOwn } = useOwnImports();
  const snapshot = useQuery(lockQuery()).data?.snapshot ?? null;
  const copy = async () => {
    const address = new URL(importPath(import_.number ?? import_.id), location.href).href;
    showToast((await copyText(address)) ? 'Link copied' : `Copy it from here: ${address}`);
  };
  return (
    <header className="flex flex-wrap items-end justify-between gap-3">
      <div className="flex min-w-0 flex-col gap-1">
        <nav aria-label="Where you are" className="flex items-center gap-1.5 text-sm text-fg-2">
          <Link href="/imports" className="hover:underline">
            Imports
          </Link>
          <Icon icon={ChevronRight} size={14} />
          <span aria-current="page">
            {import_.number === null ? 'without a number yet' : `#${import_.number}`}
          </span>
        </nav>
        <div className="flex flex-wrap items-center gap-2.5">
          <h1 className="text-xl" tabIndex={-1}>
            {importTitle(import_)}
          </h1>
          <Pill tone={look.tone} isRunning={look.isRunning} {...(look.icon ? { icon: look.icon } : {})}>
            {look.label}
          </Pill>
        </div>
        <p className="flex items-center gap-2 text-sm text-fg-2">
          <Avatar name={import_.owner.name} size={20} isDecorative />
          <span>{now && importFacts(import_, now).join(' · ')}</span>
        </p>
        <FamilyLine import={import_} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="ghost" icon={Link2} onPress={() => void copy()}>
          Copy link
        </Button>
        {import_.receipt && (
          <Button icon={Download} onPress={() => saveReceipt(import_)}>
            Receipt
          </Button>
        )}
        {isPublished && (
          <ButtonLink href={lineageOfSnapshot(import_.number)} icon={Waypoints}>
            Browse snapshot
          </ButtonLink>
        )}
        {isPublished && import_.rolledBackBy === null && (
          <RollbackButton import={import_} label={`Roll back #${import_.number}…`} />
        )}
        {!isOver(import_.state) && !(isPaused(import_) && isOwn(import_)) && (
          <CancelImportButton import={import_} isOwn={isOwn(import_)} snapshot={snapshot} />
        )}
      </div>
    </header>
  );
}
