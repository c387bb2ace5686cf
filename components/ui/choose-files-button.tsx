'use client';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './button';

type ChooseFilesButtonProps = {
  /** At least one file. */
  onFiles: (files: readonly File[]) => void;
  autoFocus?: boolean;
  variant?: 'primary' | 'secondary';
  className?: string;
};

/** Opens the browser's own dialog for files, several at once. */
export function ChooseFilesButton(props: ChooseFilesButtonProps) {
  const { onFiles, autoFocus = false, variant = 'secondary', className = '' } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={variant}
        icon={FolderOpen}
        autoFocus={autoFocus}
        className={className}
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
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again after it was removed.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
