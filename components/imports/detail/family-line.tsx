import Link from 'next/link';
import { Fragment } from 'react';
import type { Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';

/** The import whose rejects this one brought again, and those that brought its own again. */
export function FamilyLine({ import: { parent, children } }: { import: Import }) {
  if (parent === null && children.length === 0) return null;
  return (
    <p className="text-sm text-fg-2">
      {parent !== null && (
        <>
          Brings the rejects of <ImportLink number={parent} /> again.{' '}
        </>
      )}
      {children.length > 0 && (
        <>
          Its rejects came again in{' '}
          {children.map((number, index) => (
            <Fragment key={number}>
              {index > 0 && ', '}
              <ImportLink number={number} />
            </Fragment>
          ))}
          .
        </>
      )}
    </p>
  );
}

function ImportLink({ number }: { number: number }) {
  return (
    <Link href={importPath(number)} className="text-accent underline">
      #{number}
    </Link>
  );
}
