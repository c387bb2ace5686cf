'use client';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { PasteDialog } from './paste-dialog';

type PasteButtonProps = {
  /** Names of the files that are there already, so that the next one is another. */
  taken: readonly string[];
  onFiles: (files: readonly File[]) => void;
};

/** Rows or SQL from the clipboard, as a file of their own. */
export function PasteButton({ taken, onFiles }: PasteButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={ClipboardPaste} onPress={() => setOpen(true)}>
        Paste rows or SQL…
      </Button>
      {isOpen && <PasteDialog taken={taken} onFiles={onFiles} onClose={() => setOpen(false)} />}
    </>
  );
}
