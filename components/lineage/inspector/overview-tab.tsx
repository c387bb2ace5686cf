import Link from 'next/link';
import type { ReactNode } from 'react';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { useNow } from '@/components/shell/use-now';
import type { ObjectDetail } from '@/lib/catalog/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { Edge, NotRead } from '@/lib/lineage/contract';
import { datasetPath } from '@/lib/navigation/dataset-path';
import { importPath } from '@/lib/navigation/import-path';
import { EvidenceBars } from './evidence-bars';
import { type Neighbour, NeighbourList } from './neighbour-list';
import { Section } from './section';

export type ObjectEvidence = {
  incoming: Edge[];
  outgoing: Edge[];
  neighbours: Neighbour[];
  notRead: NotRead[];
};

/** What an object is connected to, how that is known, and where the object itself comes from. */
export function OverviewTab({
  object,
  evidence,
  children,
}: {
  object: ObjectDetail;
  evidence: ObjectEvidence | undefined;
  /** How its SQL was read. */
  children?: ReactNode;
}) {
  const { connected, inDegree, outDegree } = object;
  return (
    <div>
      <Section>
        <dl className="grid grid-cols-3 divide-x divide-line">
          <BigNumber n={connected.up} name="upstream" detail={`${formatCount(inDegree)} direct`} />
          <BigNumber n={connected.down} name="downstream" detail={`${formatCount(outDegree)} direct`} />
          <BigNumber
            n={connected.levelsUp}
            name={connected.levelsUp === 1 ? 'level up' : 'levels up'}
            detail={`${formatCount(connected.levelsDown)} down`}
          />
        </dl>
      </Section>
      {evidence && (
        <>
          <EvidenceBars edges={[...evidence.incoming, ...evidence.outgoing]} />
          {children}
          <NeighbourList
            title="Reads from"
            none="Nothing feeds it in this snapshot."
            ids={evidence.incoming.map(({ from }) => from)}
            neighbours={evidence.neighbours}
            notRead={evidence.notRead}
          />
          <NeighbourList
            title="Feeds"
            none="Nothing reads it in this snapshot."
            ids={evidence.outgoing.map(({ to }) => to)}
            neighbours={evidence.neighbours}
            notRead={evidence.notRead}
          />
        </>
      )}
      <Facts object={object} />
    </div>
  );
}

function BigNumber({ n, name, detail }: { n: number; name: string; detail: string }) {
  return (
    <div className="flex flex-col-reverse justify-end px-3 first:pl-0 last:pr-0">
      <dt className="text-sm text-fg-2">
        {name}
        <span className="block text-xs text-fg-3">{detail}</span>
      </dt>
      <dd className="text-xl tabular">{formatCount(n)}</dd>
    </div>
  );
}

function Facts({ object }: { object: ObjectDetail }) {
  const now = useNow();
  const { snapshot: shown, isPinnedByAddress } = useSnapshot();
  const snapshot = isPinnedByAddress ? (shown ?? undefined) : undefined;
  const { from, definition, changedIn, sources, nativeType } = object;
  const defined = definition?.from ?? from;
  const at = new Date(from.at);
  return (
    <Section>
      <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-2 text-sm [&_dd]:min-w-0 [&_dd]:break-words [&_dt]:text-fg-2">
        {object.type === 'dataset' && (
          <>
            <dt>Rows</dt>
            <dd>
              <Link
                href={datasetPath(`${object.schema}.${object.name}`, { snapshot })}
                className="text-accent underline decoration-1 underline-offset-2"
              >
                See them and where they came from
              </Link>
            </dd>
          </>
        )}
        <dt>Defined in</dt>
        <dd>
          <Link
            href={importPath(defined.import)}
            className="text-accent underline decoration-1 underline-offset-2"
          >
            {defined.file}
          </Link>
          {defined.record !== null && defined.record > 0 && (
            <span className="text-fg-3"> record {formatCount(defined.record)}</span>
          )}
        </dd>
        <dt>Imported</dt>
        <dd>
          <Link
            href={importPath(from.import)}
            className="text-accent underline decoration-1 underline-offset-2"
          >
            #{from.import}
          </Link>{' '}
          by {from.owner.name}
          {now && <span title={formatFullTime(at)}>, {formatTimeAgo(at, now)}</span>}
        </dd>
        <dt>Changed</dt>
        <dd>
          <Link
            href={importPath(changedIn)}
            className="text-accent underline decoration-1 underline-offset-2"
          >
            #{changedIn}
          </Link>
        </dd>
        <dt>Source</dt>
        <dd>{sources.join(', ')}</dd>
        {nativeType !== '' && (
          <>
            <dt>Type in source</dt>
            <dd>{nativeType}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}
