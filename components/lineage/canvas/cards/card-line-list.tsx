import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import type { Scene } from '@/lib/lineage/scene/scene';
import { objectName } from '@/lib/navigation/object-name';
import { lineEndName, lineKinds } from '../../evidence/line-words';

type CardLineListProps = {
  scene: Scene;
  node: number;
  left: number;
  top: number;
  onChoose: (line: number) => void;
  onClose: () => void;
};

/** The lines of one card as a list: arrows move, Enter selects the line, Escape closes. */
export function CardLineList({ scene, node, left, top, onChoose, onClose }: CardLineListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const owner = scene.nodes[node];
  const lines = [...(owner?.incoming ?? []), ...(owner?.outgoing ?? [])];
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = lines[at];
    if (step !== 0) setAt(Math.min(lines.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!owner) return null;
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={`Edges of ${objectName(owner)}`}
      aria-activedescendant={`card-line-${at}`}
      data-no-pan
      data-own-scroll
      onKeyDown={onKeyDown}
      onBlur={onClose}
      className="absolute z-20 max-h-64 w-72 animate-fade-in overflow-auto rounded-card border border-line bg-surface py-1 shadow-e2 outline-none"
      style={{ left, top }}
    >
      {lines.map((line, index) => {
        const drawn = scene.lines[line];
        const isIncoming = drawn?.to === node;
        const other = drawn && scene.nodes[isIncoming ? drawn.from : drawn.to];
        if (!other) return null;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys for its options
          <div
            key={line}
            id={`card-line-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(line)}
            className={classNames(
              'flex h-7 cursor-default items-center gap-2 px-3 text-sm',
              index === at && 'bg-accent-tint',
            )}
          >
            <Icon icon={isIncoming ? ArrowLeft : ArrowRight} size={14} className="text-fg-3" />
            <span className="sr-only">{isIncoming ? 'reads from' : 'feeds'}</span>
            <span className="ident min-w-0 flex-1 truncate">
              {drawn.columns ? lineEndName(drawn, isIncoming ? 'from' : 'to', other) : objectName(other)}
            </span>
            <span className="shrink-0 text-xs text-fg-3">
              {drawn.columns ? lineKinds(drawn) : drawn.isAgreed ? '2+ methods' : 'one method'}
            </span>
          </div>
        );
      })}
      {lines.length === 0 && <p className="px-3 py-1 text-sm text-fg-3">No edges are drawn here.</p>}
    </div>
  );
}
