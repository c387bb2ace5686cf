'use client';
import Link from 'next/link';
import { AccountMenu } from './account-menu';
import { AreaLinks } from './area-links';
import { ImportButton } from './import-button';
import { Logo } from './logo';
import { SearchButton } from './search-button';
import { SnapshotControl } from './snapshot-control';

/** The bar on top of every page: workspace, areas, search, snapshot, import, own avatar. */
export function TopBar({ workspaceName }: { workspaceName: string }) {
  return (
    <header className="flex h-12 shrink-0 items-center border-b border-line bg-surface pr-2 pl-4.5 max-sm:h-13 max-sm:gap-1">
      <Link
        href="/"
        className="flex min-w-0 items-center gap-2.5 rounded-control pr-1 text-base font-semibold pointer-coarse:min-h-11"
      >
        <Logo />
        <span className="ident truncate">{workspaceName}</span>
      </Link>
      <span aria-hidden="true" className="mx-3 h-5 w-px bg-line max-sm:hidden" />
      <AreaLinks />
      <div className="flex min-w-0 flex-1 items-center justify-center max-sm:justify-end">
        <SearchButton />
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <SnapshotControl />
        <ImportButton />
        <AccountMenu />
      </div>
    </header>
  );
}
