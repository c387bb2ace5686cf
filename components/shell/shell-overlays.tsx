'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type ShellOverlays = {
  isSnapshotListOpen: boolean;
  setSnapshotListOpen: (isOpen: boolean) => void;
  isKeyListOpen: boolean;
  setKeyListOpen: (isOpen: boolean) => void;
};

const ShellOverlaysContext = createContext<ShellOverlays | null>(null);

/** The small overlays of the shell that keys can open too. */
export function useShellOverlays(): ShellOverlays {
  const overlays = useContext(ShellOverlaysContext);
  if (overlays === null) throw new Error('useShellOverlays needs ShellOverlaysProvider');
  return overlays;
}

export function ShellOverlaysProvider({ children }: { children: ReactNode }) {
  const [isSnapshotListOpen, setSnapshotListOpen] = useState(false);
  const [isKeyListOpen, setKeyListOpen] = useState(false);
  const overlays = useMemo(
    () => ({ isSnapshotListOpen, setSnapshotListOpen, isKeyListOpen, setKeyListOpen }),
    [isSnapshotListOpen, isKeyListOpen],
  );
  return <ShellOverlaysContext value={overlays}>{children}</ShellOverlaysContext>;
}
