import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { ObjectType } from '@/lib/lineage/contract';
import type { Scene } from '@/lib/lineage/scene/scene';
import { cardOutline, cardShape } from '../cards/card-shape';
import { LINE_STYLES, type LineStyle, lineDash, lineStyle } from '../paint/line-style';

const TYPE_NAMES: Record<ObjectType, string> = {
  table: 'Table',
  view: 'View',
  procedure: 'Procedure',
  function: 'Function',
  trigger: 'Trigger',
  synonym: 'Synonym',
  file: 'File',
  dataset: 'Dataset',
  script: 'Script',
  external: 'External',
  unresolved: 'Unresolved',
  other: 'Other',
};

const STYLE_NAMES: Record<LineStyle, string> = {
  solid: '2+ methods agree',
  dashed: 'One method',
  dotted: 'Join or filter only',
};

/** The types and line styles that are on the canvas, and no others. */
export function Legend({ scene }: { scene: Scene }) {
  const present = new Set(scene.nodes.map(({ type }) => type));
  const styles = new Set(scene.lines.map(lineStyle));
  const types = (Object.keys(TYPE_NAMES) as ObjectType[]).filter((type) => present.has(type));
  return (
    <ul
      aria-label="Legend"
      className="pointer-events-none flex w-fit max-w-[30rem] flex-wrap items-center gap-x-4 gap-y-1.5 rounded-card border border-line bg-surface px-3 py-2 text-xs text-fg-2 shadow-e1"
    >
      {types.map((type) => (
        <Entry key={type} name={TYPE_NAMES[type]} mark={<TypeMark type={type} />} />
      ))}
      <Entry
        name="Schema"
        mark={<span className="h-3.5 w-1 rounded-[1px] bg-[var(--schema-1)] forced-color-adjust-none" />}
      />
      {LINE_STYLES.filter((style) => styles.has(style)).map((style) => (
        <Entry key={style} name={STYLE_NAMES[style]} mark={<LineMark style={style} />} />
      ))}
      {scene.nodes.some(({ notRead }) => notRead !== undefined) && (
        <Entry name="Not fully read" mark={<Icon icon={FileWarning} size={14} className="text-warn" />} />
      )}
      <Entry
        name="in ▸ out"
        mark={
          <span className="font-semibold">
            2<span className="text-[8px] text-fg-3">▶</span>8
          </span>
        }
      />
    </ul>
  );
}

function Entry({ name, mark }: { name: string; mark: ReactNode }) {
  return (
    <li className="flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className="flex items-center">
        {mark}
      </span>
      {name}
    </li>
  );
}

function TypeMark({ type }: { type: ObjectType }) {
  const { outline, fold } = cardOutline(cardShape(type), 23, 14, 0.5);
  return (
    <svg width={25} height={16} viewBox="-1 -1 25 16" aria-hidden="true" className="fill-none stroke-fg-2">
      <path d={outline} />
      {fold && <path d={fold} />}
    </svg>
  );
}

function LineMark({ style }: { style: LineStyle }) {
  return (
    <svg width={26} height={2} aria-hidden="true" className="stroke-edge [stroke-width:2px]">
      <path d="M0,1H26" strokeDasharray={lineDash(style, 1).join(' ') || undefined} />
    </svg>
  );
}
