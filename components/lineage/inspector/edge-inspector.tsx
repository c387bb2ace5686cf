import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { Icon } from '@/components/ui/icon';
import { Tabs } from '@/components/ui/tabs';
import { objectQuery } from '@/lib/catalog/queries';
import type { Scene, SceneLine } from '@/lib/lineage/scene/scene';
import { agreementWords, lineEvidence } from '../evidence/line-evidence';
import { lineEndName, lineKinds } from '../evidence/line-words';
import { proofMarks } from '../evidence/proof-marks';
import { proofLine } from '../evidence/proof-places';
import { VerdictPill } from '../evidence/verdict-pill';
import { EdgeEvidence } from './edge-evidence';
import { EdgeOverview } from './edge-overview';
import { HeadIcon, InspectorFrame } from './inspector-frame';
import { LoadState } from './load-state';
import type { InspectorProps } from './object-inspector';
import { Section } from './section';
import { SqlTab } from './sql-tab';

type EdgeInspectorProps = InspectorProps & { scene: Scene; drawn: SceneLine };

/** Everything that is known of one drawn line: its ends, its proof, and the SQL text where the proof is. */
export function EdgeInspector(props: EdgeInspectorProps) {
  const { scene, drawn, snapshot, tab, line, onTab, onCopyLink, onClose, onOpenProof } = props;
  const [from, to] = [scene.nodes[drawn.from], scene.nodes[drawn.to]];
  const entries = useMemo(() => lineEvidence(drawn, from, to, scene.trace), [drawn, from, to, scene.trace]);
  const proofs = entries.flatMap((entry) => entry.proofs);
  // The text that the chosen proof, or else any, points into; without one, that of the object that the data flows into.
  const placed = proofs.filter(({ span, object }) => span && object !== null);
  const chosen = placed.find((proof) => proofLine(proof) === line) ?? placed[0];
  const textOf = chosen?.object ?? to?.id ?? '';
  const { spans, statements } = useMemo(
    () => proofMarks(proofs.filter(({ object }) => object === textOf)),
    [proofs, textOf],
  );
  const text = useQuery(objectQuery(textOf, snapshot));
  if (!from || !to) return null;
  const kinds = lineKinds(drawn);
  const verdict = (
    <div className="flex flex-col gap-2.5">
      <p className="flex items-center gap-2">
        <VerdictPill entries={entries} />
        <span className="text-sm font-semibold">{agreementWords(entries)}</span>
      </p>
      <EdgeEvidence entries={entries} snapshot={snapshot} onOpenProof={onOpenProof} />
    </div>
  );
  const shownTab = tab === 'sql' || tab === 'overview' ? tab : 'evidence';
  return (
    <InspectorFrame
      icon={
        <HeadIcon isAccent>
          <Icon icon={ArrowRight} size={18} />
        </HeadIcon>
      }
      title={
        <>
          {lineEndName(drawn, 'from', from)} <span className="sr-only">to</span>
          <Icon icon={ArrowRight} size={14} className="inline text-fg-3" /> {lineEndName(drawn, 'to', to)}
        </>
      }
      subtitle={
        <span className="truncate">
          {drawn.columns ? 'Column edge' : 'Edge'} · {kinds}
        </span>
      }
      isWide={shownTab === 'sql'}
      onCopyLink={onCopyLink}
      onClose={onClose}
    >
      <Tabs
        label="Inspector"
        value={shownTab}
        onChange={onTab}
        className="flex-1"
        listClassName="px-4"
        panelClassName="overflow-auto"
        tabs={[
          {
            value: 'overview',
            label: 'Overview',
            panel: <EdgeOverview from={from} to={to} drawn={drawn} />,
          },
          {
            value: 'sql',
            label: 'SQL',
            panel: (
              <div className="flex h-full min-h-0 flex-col">
                <Section>{verdict}</Section>
                <LoadState query={text} snapshot={snapshot} label="Loading the SQL text" />
                {text.data && (
                  <div className="min-h-0 flex-1">
                    <SqlTab
                      key={`${drawn.id} ${line}`}
                      object={text.data}
                      spans={spans}
                      statements={statements}
                      line={line}
                    />
                  </div>
                )}
              </div>
            ),
          },
          {
            value: 'evidence',
            label: 'Evidence',
            count: String(proofs.length),
            panel: <Section>{verdict}</Section>,
          },
        ]}
      />
    </InspectorFrame>
  );
}
