'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon } from '@/components/ui/icon';
import { AREAS, isInArea } from './areas';
import { useSnapshot } from './snapshot-context';

function useAreas() {
  const pathname = usePathname();
  const { snapshot, isPinnedByAddress } = useSnapshot();
  return AREAS.map((area) => ({
    ...area,
    isCurrent: isInArea(area, pathname),
    // A chosen snapshot goes along; the list of imports is not read from a snapshot.
    to:
      isPinnedByAddress && area.label !== 'Imports'
        ? { pathname: area.href, query: { snapshot } }
        : { pathname: area.href },
  }));
}

/** The areas in the top bar. */
export function AreaLinks() {
  return (
    <nav aria-label="Areas" className="hidden items-center gap-0.5 sm:flex">
      {useAreas().map((area) => (
        <Link
          key={area.href}
          href={area.to}
          aria-current={area.isCurrent ? 'page' : undefined}
          className={`flex h-8 items-center rounded-control px-2.5 text-base font-medium transition-colors hover:bg-hover pointer-coarse:h-11 ${
            area.isCurrent ? 'bg-sunken text-fg' : 'text-fg-2'
          }`}
        >
          {area.label}
        </Link>
      ))}
    </nav>
  );
}

/** The areas at the bottom of a phone. */
export function AreaTabs() {
  return (
    <nav
      aria-label="Areas"
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {useAreas().map((area) => (
        <Link
          key={area.href}
          href={area.to}
          aria-current={area.isCurrent ? 'page' : undefined}
          className={`focus-inset flex min-h-14 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium ${
            area.isCurrent ? 'text-accent' : 'text-fg-2'
          }`}
        >
          <Icon icon={area.icon} size={20} />
          {area.label}
        </Link>
      ))}
    </nav>
  );
}
