'use client';
import { Folder, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './button';

type ChooseFilesButtonProps = {
  /** At least one file. */
  onFiles: (files: readonly File[]) => void;
  /** All files of one folder, and of those in it. */
  isFolder?: boolean;
  autoFocus?: boolean;
  variant?: 'primary' | 'secondary';
  className?: string;
};

/** Opens the browser's own dialog for files, several at once. */
export function ChooseFilesButton(props: ChooseFilesButtonProps) {
  const { onFiles, isFolder = false, autoFocus = false, variant = 'secondary', className = '' } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={variant}
        icon={isFolder ? Folder : FolderOpen}
        autoFocus={autoFocus}
        className={className}
        onPress={() => input.current?.click()}
      >
        {isFolder ? 'Choose a folder…' : 'Choose files…'}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          element?.toggleAttribute('webkitdirectory', isFolder);
        }}
        type="file"
        multiple
        hidden
        aria-label={isFolder ? 'Folder to import' : 'Files to import'}
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
