import type { Metadata } from 'next';
import { PageMessage } from '@/components/shell/page-message';
import { ButtonLink } from '@/components/ui/button-link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <PageMessage
      title="There is no such page"
      action={
        <ButtonLink href="/lineage" variant="primary">
          Open the lineage
        </ButtonLink>
      }
    >
      The address may be mistyped, or from another version of Headwater.
    </PageMessage>
  );
}
