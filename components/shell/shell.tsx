'use client';
import type { ReactNode } from 'react';
import { ToastRegion } from '@/components/ui/toast';
import { AreaTabs } from './area-links';
import { BusyBar } from './busy-bar/busy-bar';
import { KeyListDialog } from './keys/key-list-dialog';
import { ShellShortcuts } from './keys/shell-shortcuts';
import { TopBar } from './top-bar';
import { useTitleFocus } from './use-title-focus';

type ShellProps = {
  workspaceName: string;
  /** Dialogs of the features; they open by their contexts. */
  overlays?: ReactNode;
  /** Further bars of the features, under the busy bar. */
  bars?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: bars on top, the page, the areas at the bottom of a phone. */
export function Shell({ workspaceName, overlays, bars, children }: ShellProps) {
  useTitleFocus();
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-surface px-3 py-2 text-base font-semibold text-accent shadow-e2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <TopBar workspaceName={workspaceName} />
      <BusyBar />
      {bars}
      <main
        id="main"
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 flex-col overflow-auto outline-none"
      >
        {children}
      </main>
      <AreaTabs />
      <KeyListDialog />
      <ShellShortcuts />
      {overlays}
      <ToastRegion />
    </div>
  );
}
