import Link from 'next/link';
import type { Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';

/** Where the files and choices are of an import that ended while it asked, or what became of them otherwise. */
export function KeptDraft({ import: { pause } }: { import: Import }) {
  if (pause?.draft == null) return <>Nothing was written. Its uploaded files were removed.</>;
  return (
    <>
      Nothing was written. Its files and choices are kept for 7 days as{' '}
      <Link href={importPath(pause.draft)} className="font-semibold text-accent hover:underline">
        a draft that can be started
      </Link>
      .
    </>
  );
}
