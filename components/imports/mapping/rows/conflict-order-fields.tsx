'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { moveFile, orderFiles, sharedDatasets } from '../../draft/rows/conflict-order';
import { editsOf, type RowFile, shownName } from '../../draft/rows/row-files';
import { rowFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

/** Which file wins where two files of one dataset have the same key; nothing where no key can be in two of them. */
export function ConflictOrderFields({ planned }: { planned: RowFile }) {
  const { session, state } = useImportSession();
  const name = planned.dataset?.toLowerCase() ?? '';
  const all = rowFiles(state);
  const files = sharedDatasets(all).get(name) ?? [];
  const { by, hand } = state.order;
  if (files.length === 0 || editsOf(name, state.datasets, state.targets).key.length === 0) return null;
  const ordered = orderFiles(files, state.order);
  const keys = orderFiles(all, state.order).map(({ file }) => file.key);
  // Files of other datasets may stand between two of this one.
  const move = (at: number, step: 1 | -1) => {
    const [file, other] = [ordered[at], ordered[at + step]];
    if (!file || !other) return;
    const own = moveFile(
      ordered.map((it) => it.file.key),
      file.file.key,
      step,
    );
    const places = new Set(own);
    let next = 0;
    session.setOrder({
      by: 'given',
      hand: keys.map((key) => (places.has(key) ? (own[next++] ?? key) : key)),
    });
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <Select
        label={`Same key in ${files.length} files of ${shownName(name)}`}
        value={by}
        onChange={(chosen) => session.setOrder({ by: chosen, hand: chosen === 'given' ? keys : hand })}
        options={[
          { value: 'upload', label: 'Later in the list wins' },
          { value: 'modified', label: 'File changed last wins' },
          { value: 'given', label: 'In the order below' },
        ]}
      />
      <ol className="flex flex-col text-sm" aria-label="Order of the files, the last one wins">
        {ordered.map(({ file }, index) => (
          <li key={file.key} className="flex min-h-7 items-center gap-2">
            <span className="w-4 text-right text-xs text-fg-3 tabular">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate" title={file.name}>
              {file.name}
            </span>
            {index === ordered.length - 1 && <span className="text-xs font-medium text-ok">wins</span>}
            {by === 'given' && (
              <span className="flex">
                <IconButton
                  icon={ArrowUp}
                  label={`Move ${file.name} up`}
                  onPress={() => move(index, -1)}
                  isDisabled={index === 0}
                />
                <IconButton
                  icon={ArrowDown}
                  label={`Move ${file.name} down`}
                  onPress={() => move(index, 1)}
                  isDisabled={index === ordered.length - 1}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
