'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

type ImportDialogState = {
  isOpen: boolean;
  /** Files handed over with the last opening; the dialog takes them once and clears them. */
  handedFiles: readonly File[];
  /** Opens the import dialog, with files that were dropped or chosen elsewhere. An open draft is continued. */
  open: (files?: readonly File[]) => void;
  close: () => void;
  clearHandedFiles: () => void;
};

const ImportDialogContext = createContext<ImportDialogState | null>(null);

/** Opens and closes the one import dialog of the page. */
export function useImportDialog(): ImportDialogState {
  const state = useContext(ImportDialogContext);
  if (!state) throw new Error('useImportDialog needs an ImportDialogProvider above it.');
  return state;
}

const NO_FILES: readonly File[] = [];

/** Keeps whether the import dialog is open; what is in it belongs to the imports feature. */
export function ImportDialogProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [handedFiles, setHandedFiles] = useState(NO_FILES);
  const open = useCallback((files: readonly File[] = NO_FILES) => {
    setHandedFiles(files);
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  const clearHandedFiles = useCallback(() => setHandedFiles(NO_FILES), []);
  const state = useMemo(
    () => ({ isOpen, handedFiles, open, close, clearHandedFiles }),
    [isOpen, handedFiles, open, close, clearHandedFiles],
  );
  return <ImportDialogContext value={state}>{children}</ImportDialogContext>;
}
