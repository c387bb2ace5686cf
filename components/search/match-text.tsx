import type { SearchHit } from '@/lib/catalog/contract';

/** The snippet of a hit with its match boxed. */
export function MatchText({ hit }: { hit: Pick<SearchHit, 'snippet' | 'matchStart' | 'matchEnd'> }) {
  const { snippet, matchStart, matchEnd } = hit;
  if (matchEnd <= matchStart) return <>{snippet}</>;
  return (
    <>
      {snippet.slice(0, matchStart)}
      <mark className="sql-mark">{snippet.slice(matchStart, matchEnd)}</mark>
      {snippet.slice(matchEnd)}
    </>
  );
}
