'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { ObjectIcon } from '@/components/ui/object-icon';
import { Skeleton } from '@/components/ui/skeleton';
import { SqlViewer } from '@/components/ui/sql-viewer/sql-viewer';
import type { ObjectDetail, SearchHit } from '@/lib/catalog/contract';
import { objectQuery } from '@/lib/catalog/queries';
import { countOf } from '@/lib/format-text/format-count';
import { ColumnPreview } from './column-preview';
import { findMatches, linesAround } from './find-matches';

type HitPreviewProps = {
  hit: SearchHit;
  snapshot: number;
  onOpen: () => void;
  onTrace: () => void;
};

const LINES = 12;

/** What the chosen hit is: its SQL around the match, or its columns, and where to go from here. */
export function HitPreview({ hit, snapshot, onOpen, onTrace }: HitPreviewProps) {
  const { object } = hit;
  const query = useQuery({ ...objectQuery(object.id, snapshot), placeholderData: undefined });
  const detail = query.data;
  return (
    <section aria-label="Preview" className="flex min-h-0 flex-col overflow-auto bg-bg">
      <header className="px-5 py-4">
        <h3 className="flex items-center gap-2 text-md font-semibold">
          <ObjectIcon type={object.type} />
          <span className="ident min-w-0 truncate">
            {object.schema}.{object.name}
          </span>
        </h3>
        <p className="text-sm text-fg-2">
          <span className="first-letter:uppercase inline-block">{object.type}</span>
          {detail && `, ${countOf(detail.columns.length, 'column')}`}, reads {object.inDegree}, read by{' '}
          {object.outDegree}
        </p>
      </header>
      {query.isPending && (
        <Skeleton className="border-y border-line bg-surface p-5" lines={[50, 20, 70, 64, 40]} />
      )}
      {query.isError && (
        <LoadFailed className="mx-5" onRetry={query.refetch}>
          The list of matches is complete.
        </LoadFailed>
      )}
      {detail && <PreviewBody key={detail.id} hit={hit} detail={detail} />}
      <div className="mt-auto flex gap-2 px-5 py-4">
        {hit.line !== null && (
          <Button variant="primary" size={28} onPress={onOpen}>
            Open at line {hit.line}
          </Button>
        )}
        <Button variant={hit.line === null ? 'primary' : 'secondary'} size={28} onPress={onTrace}>
          Trace from here
        </Button>
      </div>
    </section>
  );
}

function PreviewBody({ hit, detail }: { hit: SearchHit; detail: ObjectDetail }) {
  const { definition } = detail;
  const matched = hit.snippet.slice(hit.matchStart, hit.matchEnd);
  const line = hit.line ?? 1;
  const isSql = hit.kind === 'sql' && definition !== null;
  const spans = useMemo(
    () => (isSql ? findMatches(definition.text, matched) : []),
    [isSql, definition, matched],
  );
  const tinted = useMemo(() => (isSql ? [line] : []), [isSql, line]);
  if (definition === null || hit.kind === 'column')
    return <ColumnPreview hit={hit} columns={detail.columns} />;
  const range = linesAround(line, definition.lines, LINES);
  const place = spans.findIndex(({ start }) => start.line === line) + 1;
  return (
    <>
      <SqlViewer
        text={definition.text}
        label={`SQL of ${detail.schema}.${detail.name}`}
        spans={spans}
        areSpansTinted={false}
        lines={tinted}
        range={range}
        className="shrink-0 border-y border-line"
      />
      <p className="px-5 py-2 text-sm text-fg-3 tabular">
        Lines {range.from}–{range.to} of {definition.lines}
        {place > 0 && `, match ${place} of ${spans.length}`}
      </p>
    </>
  );
}
