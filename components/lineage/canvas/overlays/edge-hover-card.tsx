import { ArrowRight } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import type { Scene, SceneLine } from '@/lib/lineage/scene/scene';
import { objectName } from '@/lib/navigation/object-name';
import { lineEvidence } from '../../evidence/line-evidence';
import { lineEndName, lineKinds } from '../../evidence/line-words';
import { MethodRow } from '../../evidence/method-row';
import { VerdictPill } from '../../evidence/verdict-pill';

type EdgeHoverCardProps = {
  scene: Scene;
  line: SceneLine;
  /** Where the pointer is, in px inside the canvas. */
  x: number;
  y: number;
  size: { width: number; height: number };
  onOpen: () => void;
  onEnter: () => void;
  onLeave: () => void;
};

const WIDTH = 336;
const HEIGHT = 150;
const AWAY = 14;

/** What is known of the line under the pointer; the same opens with E for the selected line. */
export function EdgeHoverCard({ scene, line, x, y, size, onOpen, onEnter, onLeave }: EdgeHoverCardProps) {
  const [from, to] = [scene.nodes[line.from], scene.nodes[line.to]];
  if (!from || !to) return null;
  const entries = lineEvidence(line, from, to, scene.trace);
  const [fromName, toName] = line.columns
    ? [lineEndName(line, 'from', from), lineEndName(line, 'to', to)]
    : [objectName(from), objectName(to)];
  const left = Math.max(8, Math.min(size.width - WIDTH - 8, x - WIDTH / 2));
  const isBelow = y + AWAY + HEIGHT < size.height;
  const vertical = isBelow ? { top: y + AWAY } : { bottom: size.height - y + AWAY };
  return (
    <section
      data-no-pan
      aria-label={`Evidence for ${fromName} to ${toName}`}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="absolute z-10 animate-fade-in rounded-card border border-line bg-surface p-3 shadow-e2"
      style={{ left, width: WIDTH, maxWidth: 'calc(100% - 16px)', ...vertical }}
    >
      <p className="ident flex min-w-0 items-center gap-2 text-base font-semibold">
        <span className="truncate">{fromName}</span>
        <Icon icon={ArrowRight} size={14} className="text-fg-3" />
        <span className="truncate">{toName}</span>
      </p>
      {line.columns && <p className="mt-1 text-sm text-fg-2">Column edge · {lineKinds(line)}</p>}
      <div className="mt-2 flex flex-col gap-1">
        {entries.map((entry) => (
          <MethodRow key={entry.method} entry={entry} />
        ))}
      </div>
      <div className="mt-2 flex items-center justify-between">
        <VerdictPill entries={entries} />
        <button
          type="button"
          onClick={onOpen}
          className="flex h-6 cursor-default items-center gap-2 rounded-control px-1 text-sm font-medium text-accent hover:underline"
        >
          Open evidence <Kbd>E</Kbd>
        </button>
      </div>
    </section>
  );
}
