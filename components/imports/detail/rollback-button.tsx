'use client';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Import } from '@/lib/imports/contract';
import { RollbackDialog } from './rollback-dialog';

type RollbackButtonProps = {
  import: Import;
  label: string;
  size?: 32 | 28;
  variant?: 'danger' | 'secondary';
};

/** Opens the preview of a roll back; nothing happens before it is confirmed there. */
export function RollbackButton({
  import: import_,
  label,
  size = 32,
  variant = 'danger',
}: RollbackButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={Undo2} size={size} variant={variant} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <RollbackDialog import={import_} onClose={() => setOpen(false)} />}
    </>
  );
}
