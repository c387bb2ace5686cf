'use client';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useSearchPalette } from '@/components/shell/search-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { SearchPanel } from './search-panel';

/** Search over names, columns and SQL text, above the page. Keeps what was typed until the page is left. */
export function SearchPalette() {
  const { isOpen, close } = useSearchPalette();
  const { snapshot } = useSnapshot();
  if (typeof snapshot !== 'number') return null;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      isDismissable
      className="fixed inset-0 z-50 flex animate-fade-in items-stretch justify-center bg-scrim sm:items-start sm:p-6 sm:pt-[min(5.25rem,9.4dvh)]"
    >
      <Modal className="flex w-full animate-rise-in overflow-hidden bg-surface shadow-e3 outline-none sm:h-[44rem] sm:max-h-full sm:w-[62rem] sm:max-w-full sm:rounded-dialog sm:border sm:border-line">
        <Dialog aria-label="Search" className="flex min-h-0 w-full flex-col outline-none">
          <SearchPanel snapshot={snapshot} onClose={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
