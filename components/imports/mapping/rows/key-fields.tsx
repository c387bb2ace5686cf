'use client';
import { X } from 'lucide-react';
import { useId } from 'react';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import type { DatasetEdits } from '../../draft/rows/dataset-edits';

type KeyFieldsProps = {
  edits: DatasetEdits;
  /** Columns of the dataset that the files bring. */
  columns: readonly string[];
  onChange: (changes: Partial<DatasetEdits>) => void;
};

const NONE = '';

/** Which columns identify a row, and what happens with empty keys, repeated keys and empty cells. */
export function KeyFields({ edits, columns, onChange }: KeyFieldsProps) {
  const { key, mode } = edits;
  const labelId = useId();
  const free = columns.filter((name) => !key.includes(name));
  if (mode === 'append' && key.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <Line label="Key" labelId={labelId}>
        <span className="flex flex-wrap items-center gap-1">
          {key.map((name) => (
            <button
              key={name}
              type="button"
              aria-label={`Take ${name} out of the key`}
              onClick={() => onChange({ key: key.filter((it) => it !== name) })}
              className="flex h-6 items-center gap-1 rounded-tag bg-sunken px-1.5 font-mono text-xs hover:bg-hover pointer-coarse:h-11"
            >
              {name}
              <Icon icon={X} size={12} />
            </button>
          ))}
          {free.length > 0 && (
            <Select
              label="Add a column to the key"
              isLabelHidden
              size={24}
              className="w-28"
              value={NONE}
              onChange={(name) => onChange({ key: [...key, name] })}
              options={[{ value: NONE, label: key.length === 0 ? 'Choose…' : 'Add…' }, ...free.map(option)]}
            />
          )}
        </span>
      </Line>
      {key.length > 0 && (
        <>
          <Line label="Empty key">
            <Select
              label="Empty key"
              isLabelHidden
              size={28}
              value={edits.nullKeys}
              onChange={(nullKeys) => onChange({ nullKeys })}
              options={[
                { value: 'reject', label: 'Reject the row' },
                { value: 'skip', label: 'Skip the row' },
              ]}
            />
          </Line>
          <Line label="Same key twice">
            <span className="text-sm">Last row wins, listed</span>
          </Line>
        </>
      )}
      {mode === 'upsert' && (
        <Line label="Empty cell">
          <Select
            label="Empty cell"
            isLabelHidden
            size={28}
            value={edits.blankCells}
            onChange={(blankCells) => onChange({ blankCells })}
            options={[
              { value: 'null', label: 'Set to null' },
              { value: 'keep', label: 'Keep old value' },
            ]}
          />
        </Line>
      )}
    </div>
  );
}

const option = (name: string) => ({ value: name, label: name });

function Line({ label, labelId, children }: { label: string; labelId?: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-2">
      <span id={labelId} className="text-sm text-fg-2">
        {label}
      </span>
      {children}
    </div>
  );
}
