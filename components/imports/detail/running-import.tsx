'use client';
import { useOwnImports } from '@/components/shell/own-imports';
import type { Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import { PausedImport } from '../pause/paused-import';
import { ImportProgress } from '../progress/import-progress';
import { Card } from './card';
import { DraftImport } from './draft-import';

/** An import that is not over, live. */
export function RunningImport({ import: import_ }: { import: Import }) {
  const { isOwn } = useOwnImports();
  if (import_.state === 'draft') return <DraftImport import={import_} />;
  if (isPaused(import_) && import_.pause !== null) {
    return (
      <Card>
        <PausedImport import={import_} pause={import_.pause} isOwn={isOwn(import_)} />
      </Card>
    );
  }
  return (
    <Card>
      <ImportProgress import={import_} isOwn={isOwn(import_)} />
    </Card>
  );
}
