'use client';
import { useOwnImports } from '@/components/shell/own-imports';
import type { Import } from '@/lib/imports/contract';
import { ImportProgress } from '../progress/import-progress';
import { Card } from './card';
import { DraftImport } from './draft-import';

/** An import that is not over, live. */
export function RunningImport({ import: import_ }: { import: Import }) {
  const { isOwn } = useOwnImports();
  if (import_.state === 'draft') return <DraftImport import={import_} />;
  return (
    <Card>
      <ImportProgress import={import_} isOwn={isOwn(import_)} />
    </Card>
  );
}
