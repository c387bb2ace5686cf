import type { ReactNode } from 'react';
import { ExplorerPane } from '@/components/catalog/explorer/explorer-pane';
import { LineagePage } from '@/components/lineage/lineage-page';

export default function LineageLayout({ children }: { children: ReactNode }) {
  return (
    <div className="relative flex min-h-0 flex-1">
      <ExplorerPane />
      <LineagePage />
      {children}
    </div>
  );
}
