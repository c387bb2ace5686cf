'use client';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Icon } from '@/components/ui/icon';
import { Tooltip } from '@/components/ui/tooltip';
import { formatCount } from '@/lib/format-text/format-count';
import { formatShortCount } from '@/lib/format-text/format-short-count';
import type { ObjectType } from '@/lib/lineage/contract';
import { TYPE_GROUPS } from './type-groups';

type TypeSwitchesProps = {
  counts: Partial<Record<ObjectType, number>> | undefined;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
};

/** Narrows the tree to the chosen types; none chosen shows all. The exact count is in the name and the tooltip. */
export function TypeSwitches({ counts, chosen, onChange }: TypeSwitchesProps) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Types</legend>
      {TYPE_GROUPS.map((group) => {
        const count = group.types.reduce((sum, type) => sum + (counts?.[type] ?? 0), 0);
        const name = `${group.label}, ${formatCount(count)}`;
        return (
          <Tooltip key={group.label} text={name}>
            <ToggleButton
              aria-label={name}
              isSelected={chosen.has(group.label)}
              onChange={(isOn) => {
                const next = new Set(chosen);
                if (isOn) next.add(group.label);
                else next.delete(group.label);
                onChange(next);
              }}
              className="flex h-7 min-w-0 flex-1 cursor-default items-center justify-center gap-1 rounded-control border border-line-strong bg-surface text-xs font-medium text-fg-2 tabular transition-colors hover:bg-hover selected:border-accent selected:bg-accent-tint selected:text-accent pointer-coarse:h-11"
            >
              <Icon icon={group.icon} size={14} />
              {counts === undefined ? '…' : formatShortCount(count)}
            </ToggleButton>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
