'use client';
import { X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Dialog as AriaDialog, type DialogProps as AriaDialogProps } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './icon-button';

type DialogProps = {
  isOpen: boolean;
  /** Called for Escape, the close button and a click on the scrim. */
  onClose: () => void;
  title: ReactNode;
  /** Beside the title, for example step marks. */
  head?: ReactNode;
  /** Buttons and notes; 64 px high. Left and right parts: use `justify-between` children. */
  foot?: ReactNode;
  children: ReactNode;
  /** Width on wide screens: 416, 640, 784, 992, 1200 or 1376 px; below 600 px the dialog fills the screen. */
  width?: keyof typeof WIDTHS;
  /** False: a click on the scrim does nothing (Escape still closes). */
  closesOnScrim?: boolean;
  /** The title, to focus it when the content changes. */
  titleRef?: Ref<HTMLHeadingElement>;
  role?: AriaDialogProps['role'];
};

const WIDTHS = {
  sm: 'sm:w-[26rem]',
  md: 'sm:w-[40rem]',
  ml: 'sm:w-[49rem]',
  lg: 'sm:w-[62rem]',
  xl: 'sm:w-[75rem]',
  xxl: 'sm:w-[86rem]',
} as const;

/** A modal dialog: the page behind is inert, Escape closes, focus returns to what opened it. */
export function Dialog({ isOpen, onClose, title, head, foot, children, width = 'md', ...rest }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={rest.closesOnScrim !== false}
      className="fixed inset-0 z-50 flex animate-fade-in items-stretch justify-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal
        className={`flex max-h-full w-full max-w-full animate-rise-in flex-col overflow-hidden bg-surface shadow-e3 outline-none sm:rounded-dialog sm:border sm:border-line ${WIDTHS[width]}`}
      >
        <AriaDialog role={rest.role ?? 'dialog'} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="relative flex h-14 shrink-0 items-center gap-4 border-b border-line pr-3 pl-5">
            <Heading
              ref={rest.titleRef}
              slot="title"
              tabIndex={-1}
              className="text-lg font-semibold outline-none"
            >
              {title}
            </Heading>
            <div className="flex min-w-0 flex-1 items-center">{head}</div>
            <IconButton icon={X} label="Close" shortcut="esc" size={32} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {foot !== undefined && (
            <footer className="flex min-h-16 shrink-0 items-center gap-2 border-t border-line px-5">
              {foot}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
