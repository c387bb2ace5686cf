'use client';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';

type ChooseFilesButtonProps = {
  onFiles: (files: readonly File[]) => void;
  autoFocus?: boolean;
  variant?: 'primary' | 'secondary';
};

/** Opens the browser's own dialog for files, several at once. */
export function ChooseFilesButton({ onFiles, autoFocus, variant = 'secondary' }: ChooseFilesButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={variant}
        icon={FolderOpen}
        autoFocus={autoFocus === true}
        onPress={() => input.current?.click()}
      >
        Choose files…
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </>
  );
}
