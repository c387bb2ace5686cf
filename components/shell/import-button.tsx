'use client';
import { Upload } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useImportDialog } from './import-dialog-context';

/** Opens the import dialog. Always enabled: files can be prepared while somebody else imports. */
export function ImportButton() {
  const { open } = useImportDialog();
  return (
    <>
      <Button variant="primary" icon={Upload} onPress={() => open()} className="max-sm:hidden">
        Import
      </Button>
      <IconButton
        icon={Upload}
        iconSize={18}
        size={32}
        label="Import"
        onPress={() => open()}
        className="sm:hidden"
      />
    </>
  );
}
