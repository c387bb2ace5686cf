import { CloudUpload, type LucideIcon, Rows3, Waypoints } from 'lucide-react';
import type { Route } from 'next';

type Area = { href: Route; label: string; icon: LucideIcon; key: string; also?: readonly string[] };

/** The areas of the workspace, in the order of the top bar. */
export const AREAS: readonly Area[] = [
  { href: '/lineage' as Route, label: 'Lineage', icon: Waypoints, key: 'l', also: ['/coverage'] },
  { href: '/datasets' as Route, label: 'Datasets', icon: Rows3, key: 'd' },
  { href: '/imports' as Route, label: 'Imports', icon: CloudUpload, key: 'i' },
];

/** True when the address belongs to the area. */
export function isInArea(area: Area, pathname: string): boolean {
  return (
    pathname === area.href || pathname.startsWith(`${area.href}/`) || area.also?.includes(pathname) === true
  );
}
