import type { Route } from 'next';
import Link from 'next/link';
import { useSearchPalette } from '@/components/shell/search-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { Button } from '@/components/ui/button';
import { MessageBlock } from '@/components/ui/message-block';
import { ApiProblem } from '@/lib/http/api-fetch';
import { NameCandidates } from '@/lib/lineage/contract';
import { fullObjectName } from '@/lib/navigation/object-name';
import { useFocusHref } from './lineage-links';

type LineageProblemProps = { error: Error; focus: string; onRetry: () => void };

/** Why there is no lineage to see, and what to do: another object, another snapshot, or once more. */
export function LineageProblem({ error, focus, onRetry }: LineageProblemProps) {
  const { open } = useSearchPalette();
  const { newest, switchTo } = useSnapshot();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const candidates = NameCandidates.safeParse(problem?.candidates);
  const action =
    problem?.code === 'stale-snapshot' && typeof newest === 'number' ? (
      <Button variant="link" size={24} onPress={() => switchTo(newest)}>
        Switch to #{newest}
      </Button>
    ) : problem?.code === 'not-found' ? (
      <Button variant="link" size={24} onPress={open}>
        Search for another object
      </Button>
    ) : (
      <Button variant="link" size={24} onPress={onRetry}>
        Try again
      </Button>
    );
  return (
    <div className="flex-1 overflow-auto p-4">
      {candidates.success && candidates.data.length > 0 ? (
        <MessageBlock title={`Several objects are called ${focus}`}>
          <ul className="py-1">
            {candidates.data.map((object) => (
              <li key={object.id}>
                <CandidateLink object={object} />
              </li>
            ))}
          </ul>
        </MessageBlock>
      ) : (
        <MessageBlock tone="danger" title={problem?.title ?? 'Could not load the lineage'} action={action}>
          {error.message}
        </MessageBlock>
      )}
    </div>
  );
}

function CandidateLink({ object }: { object: NameCandidates[number] }) {
  const hrefOf = useFocusHref();
  return (
    <Link
      href={
        hrefOf(object).replace(/^[^?]*/, `/lineage/${encodeURIComponent(fullObjectName(object))}`) as Route
      }
      className="text-accent hover:underline"
    >
      {fullObjectName(object)}
    </Link>
  );
}
