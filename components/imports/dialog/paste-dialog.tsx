'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { checkFilename } from '@/lib/uploads/safe-filename';

type PasteDialogProps = {
  taken: readonly string[];
  onFiles: (files: readonly File[]) => void;
  onClose: () => void;
};

/** Asks for a text and a name. What the text is tells its content, as with every file, so its ending says nothing. */
export function PasteDialog({ taken, onFiles, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [name, setName] = useState(() => freeName(taken));
  const checked = checkFilename(`${name.trim()}.txt`);
  const error = whyNot(name, checked.ok ? null : checked.reason, taken);
  const add = () => {
    onFiles([new File([text], `${name.trim()}.txt`, { type: 'text/plain' })]);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Paste rows or SQL"
      closesOnScrim={false}
      foot={
        <div className="flex flex-1 flex-wrap justify-end gap-2 py-3">
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={text.trim() === '' || error !== undefined} onPress={add}>
            Add to the files
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-4 px-5 py-4">
        <TextArea
          autoFocus
          label="Rows with their header, or SQL"
          value={text}
          onChange={setText}
          className="h-60"
        />
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={100}
          error={error}
          hint="Rows go to a dataset of this name unless you choose another one."
        />
      </div>
    </Dialog>
  );
}

function freeName(taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'pasted' : `pasted-${number}`;
    if (!taken.includes(`${name}.txt`)) return name;
  }
}

function whyNot(name: string, reason: string | null, taken: readonly string[]): string | undefined {
  if (name.trim() === '') return 'Give it a name.';
  if (reason !== null) return `Not a name for a file: ${reason}.`;
  return taken.includes(`${name.trim()}.txt`)
    ? 'A file of this name is in the list. Choose another name.'
    : undefined;
}
