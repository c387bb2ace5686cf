import Link from 'next/link';
import { importPath } from '@/lib/navigation/import-path';

/** The import that wrote a row, at the edge of a grid, which is one stop for Tab. */
export function ImportMark({ number }: { number: number }) {
  return (
    <Link
      href={importPath(number)}
      tabIndex={-1}
      className="border-l-3 border-control pl-1.5 hover:underline"
    >
      #{number}
    </Link>
  );
}
