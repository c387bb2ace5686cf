import Link from 'next/link';
import { importPath } from '@/lib/navigation/import-path';
import { importColour } from './import-colour';

/** The import that wrote a row, in its colour, at the edge of a grid, which is one stop for Tab. */
export function ImportMark({ number }: { number: number }) {
  return (
    <Link
      href={importPath(number)}
      tabIndex={-1}
      style={{ borderColor: importColour(number) }}
      className="border-l-3 pl-1.5 hover:underline"
    >
      #{number}
    </Link>
  );
}
