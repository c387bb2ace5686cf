import { CloudUpload, type LucideIcon, Waypoints } from 'lucide-react';
import type { Route } from 'next';

type Area = { href: Route; label: string; icon: LucideIcon; key: string };

/** The areas of the workspace, in the order of the top bar. */
export const AREAS: readonly Area[] = [
  { href: '/lineage' as Route, label: 'Lineage', icon: Waypoints, key: 'l' },
  { href: '/imports' as Route, label: 'Imports', icon: CloudUpload, key: 'i' },
];

/** True when the address belongs to the area. */
export function isInArea(area: Area, pathname: string): boolean {
  return pathname === area.href || pathname.startsWith(`${area.href}/`);
}
