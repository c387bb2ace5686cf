'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type ConfirmProps = {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  /** The safe answer; it has the focus, and Escape means the same. */
  keepLabel: string;
  actLabel: string;
  isBusy?: boolean;
  onKeep: () => void;
  onAct: () => void;
};

/** Asks once before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onKeep}
      title={props.title}
      width="sm"
      role="alertdialog"
      foot={
        <div className="flex flex-1 flex-wrap justify-end gap-2 py-3">
          <Button autoFocus onPress={props.onKeep}>
            {props.keepLabel}
          </Button>
          <Button variant="danger" isBusy={props.isBusy === true} onPress={props.onAct}>
            {props.actLabel}
          </Button>
        </div>
      }
    >
      <div className="px-5 py-4 text-base text-fg-2">{props.children}</div>
    </Dialog>
  );
}
