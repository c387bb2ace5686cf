'use client';
import Link from 'next/link';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { importPath } from '@/lib/navigation/import-path';
import type { DraftFile } from '../draft/draft-file';
import { useImportSession } from '../session/use-import-session';

/** Whether a file that was imported before is left out, or imported once more. */
export function SameChoice({ file }: { file: DraftFile }) {
  const { session } = useImportSession();
  return (
    <SegmentedControl
      label={`${file.name} was imported before`}
      value={file.isSkipped === true ? 'skip' : 'again'}
      onChange={(value) => session.skip(file.key, value === 'skip')}
      options={[
        { value: 'skip', label: 'Skip' },
        { value: 'again', label: 'Import anyway' },
      ]}
    />
  );
}

/** Which import brought the very same bytes. */
export function SameFile({ same }: { same: NonNullable<DraftFile['sameAs']> }) {
  return (
    <>
      This exact file was imported in{' '}
      <Link href={importPath(same.number)} className="text-accent underline">
        #{same.number}
      </Link>{' '}
      on {same.at.slice(0, 10)}
    </>
  );
}
