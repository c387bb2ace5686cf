'use client';
import { Search, Waypoints } from 'lucide-react';
import { PageMessage } from '@/components/shell/page-message';
import { useSearchPalette } from '@/components/shell/search-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Icon } from '@/components/ui/icon';

/** The lineage page before an object is chosen. On a phone the explorer is the page. */
export function ChooseObject() {
  const { open } = useSearchPalette();
  const { snapshot } = useSnapshot();
  if (snapshot === null) {
    return (
      <PageMessage
        title="No snapshot yet"
        action={
          <ButtonLink href="/" variant="primary">
            Bring your first files
          </ButtonLink>
        }
      >
        Lineage shows up here after the first import.
      </PageMessage>
    );
  }
  return (
    <section className="flex min-w-0 flex-1 flex-col items-center justify-center gap-3 bg-bg p-8 text-center max-sm:sr-only">
      <span className="flex size-12 items-center justify-center rounded-card bg-accent-tint text-accent">
        <Icon icon={Waypoints} size={24} />
      </span>
      <h1 className="text-xl font-semibold">Choose an object</h1>
      <p className="max-w-[28rem] text-fg-2">
        Pick it in the tree, or search its name, a column or a piece of SQL.
      </p>
      <Button icon={Search} isDisabled={typeof snapshot !== 'number'} onPress={open}>
        Search
      </Button>
    </section>
  );
}
