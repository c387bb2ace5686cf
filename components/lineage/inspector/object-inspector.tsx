import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import { Tabs } from '@/components/ui/tabs';
import { objectQuery } from '@/lib/catalog/queries';
import { countOf } from '@/lib/format-text/format-count';
import type { Evidence } from '@/lib/lineage/contract';
import { statementsRead } from '@/lib/lineage/coverage/coverage-words';
import { evidenceQuery, objectCoverageQuery } from '@/lib/lineage/queries';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import type { InspectorTab } from '@/lib/lineage/view-state';
import { proofMarksAt } from '../evidence/proof-marks';
import { ColumnTraceSection } from './column-trace-section';
import { EvidenceTab } from './evidence-tab';
import { HistoryTab } from './history-tab';
import { HeadIcon, InspectorFrame } from './inspector-frame';
import { LoadState } from './load-state';
import { ObjectColumnsTab, type PickedPath } from './object-columns-tab';
import { OverviewTab } from './overview-tab';
import { ReadingSection } from './reading-section';
import { SqlTab } from './sql-tab';

export type InspectorProps = {
  snapshot: number;
  tab: InspectorTab;
  line: number | undefined;
  onTab: (tab: InspectorTab) => void;
  onCopyLink: () => void;
  onClose: () => void;
  /** Opens the SQL text that holds a proof, at its place. */
  onOpenProof: (proof: Pick<Evidence, 'object' | 'span' | 'at'>) => void;
};

type ObjectInspectorProps = InspectorProps &
  PickedPath & {
    id: string;
    /** What the picture knows of it already. */
    node: SceneNode | undefined;
    /** Makes the object the focus; undefined when it is. */
    onTrace: (() => void) | undefined;
    /** Stops showing the path of the picked column. */
    onDropColumn: () => void;
  };

const NO_READINGS: readonly never[] = [];
const NO_EDGES: readonly never[] = [];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that is known of one object. */
export function ObjectInspector(props: ObjectInspectorProps) {
  const { id, node, snapshot, tab, line, onTab, onCopyLink, onClose, onOpenProof, onTrace } = props;
  const query = useQuery(objectQuery(id, snapshot));
  const evidenceAnswer = useQuery(evidenceQuery(id, snapshot));
  // The object before stays in the cache's place while the next one loads; it is not the one that was asked for.
  const object = query.isPlaceholderData && query.data?.id !== id ? undefined : query.data;
  const head = object ?? node;
  const evidence = evidenceAnswer.data?.object === id ? evidenceAnswer.data : undefined;
  const ends = useMemo(
    () => new Map([...(evidence?.neighbours ?? []), ...(object ? [object] : [])].map((end) => [end.id, end])),
    [evidence, object],
  );
  const coverage = useQuery(objectCoverageQuery(id, snapshot));
  const readings = coverage.data?.items ?? NO_READINGS;
  const edges = useMemo(() => (evidence ? [...evidence.incoming, ...evidence.outgoing] : []), [evidence]);
  const { picked, columnPath } = props;
  const marks = useMemo(() => {
    const drawn = columnPath.path?.edges ?? NO_EDGES;
    const proofs = [...edges, ...drawn].flatMap((edge) =>
      edge.evidence.filter(({ object }) => object === id),
    );
    const told = readings.flatMap(({ diagnostics }) => diagnostics);
    return proofMarksAt(line, [...proofs, ...told]);
  }, [edges, columnPath.path, readings, line, id]);
  const waiting = { ...query, isPending: object === undefined };
  const load = <LoadState query={waiting} snapshot={snapshot} label="Loading the object" />;
  const edgesLoad = (
    <LoadState
      query={{ ...evidenceAnswer, isPending: evidence === undefined }}
      snapshot={snapshot}
      label="Loading the evidence"
    />
  );
  const columnTrace = picked !== undefined && columnPath.path?.root === id && (
    <ColumnTraceSection
      column={columnPath.path.column ?? picked}
      path={columnPath.path}
      onPick={props.onPickColumn}
      onOpenProof={onOpenProof}
      onDrop={props.onDropColumn}
      onShowAll={() => onTab('columns')}
    />
  );
  return (
    <InspectorFrame
      icon={<HeadIcon>{head && <ObjectIcon type={head.type} size={18} />}</HeadIcon>}
      title={head?.name ?? (query.isError ? 'Not loaded' : 'Loading…')}
      subtitle={
        head && (
          <>
            <SchemaSquare slot={head.slot} />
            <span className="truncate">
              {head.schema} · {capital(head.type)}
              {object && object.columns.length > 0 && ` · ${countOf(object.columns.length, 'column')}`}
            </span>
          </>
        )
      }
      action={
        onTrace && (
          <Button variant="link" size={24} className="-ml-1" onPress={onTrace}>
            Make it the focus
          </Button>
        )
      }
      isWide={tab === 'sql'}
      onCopyLink={onCopyLink}
      onClose={onClose}
    >
      <Tabs
        label="Inspector"
        value={tab}
        onChange={onTab}
        className="flex-1"
        listClassName="gap-2! px-4"
        panelClassName="overflow-auto"
        tabs={[
          {
            value: 'overview',
            label: 'Overview',
            panel: (
              <>
                {load}
                {object && columnTrace}
                {object && (
                  <OverviewTab object={object} evidence={evidence}>
                    <ReadingSection readings={readings} onOpenProof={onOpenProof} />
                    {coverage.isError && (
                      <LoadState query={coverage} snapshot={snapshot} label="Loading how its SQL was read" />
                    )}
                  </OverviewTab>
                )}
                {object && edgesLoad}
              </>
            ),
          },
          {
            value: 'columns',
            label: 'Columns',
            panel: object ? <ObjectColumnsTab {...props} columns={object.columns} /> : load,
          },
          {
            value: 'sql',
            label: 'SQL',
            panel: object ? (
              <SqlTab
                key={`${id} ${line}`}
                object={object}
                {...marks}
                line={line}
                reading={readings[0] && statementsRead(readings[0])}
              />
            ) : (
              load
            ),
          },
          {
            value: 'evidence',
            label: 'Evidence',
            ...(evidence
              ? { count: String(edges.reduce((sum, edge) => sum + edge.evidence.length, 0)) }
              : {}),
            panel: evidence ? (
              <EvidenceTab edges={edges} context={evidence} ends={ends} onOpenProof={onOpenProof} />
            ) : (
              edgesLoad
            ),
          },
          { value: 'history', label: 'History', panel: <HistoryTab id={id} snapshot={snapshot} /> },
        ]}
      />
    </InspectorFrame>
  );
}
