'use client';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { countOf } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { DraftFile } from '../draft/draft-file';

type FileNavProps = { files: readonly DraftFile[]; selected: string; onSelect: (key: string) => void };

/** The files that will be imported; one is shown beside the list. */
export function FileNav({ files, selected, onSelect }: FileNavProps) {
  return (
    <nav aria-label="Files" className="flex flex-col gap-2 p-2 sm:py-4">
      <p className="px-2 text-xs font-semibold text-fg-2">{countOf(files.length, 'file')}</p>
      <ListBox
        aria-label="File to look at"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={(keys) => {
          const key = keys === 'all' ? undefined : [...keys][0];
          if (key !== undefined) onSelect(String(key));
        }}
        className="flex flex-col gap-1 outline-none max-sm:flex-row max-sm:overflow-x-auto"
      >
        {files.map((file) => (
          <ListBoxItem
            key={file.key}
            id={file.key}
            textValue={file.name}
            className="cursor-default rounded-control border border-transparent px-2 py-1.5 outline-none hover:bg-hover selected:border-line-strong selected:bg-surface focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent max-sm:shrink-0"
          >
            <span className="block truncate text-base font-medium" title={file.name}>
              {shortenMiddle(file.name, 24)}
            </span>
            <span className="block text-xs text-fg-2">{noteOf(file)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </nav>
  );
}

function noteOf(file: DraftFile): string {
  if (file.preview?.kind !== 'extract') return '';
  const { count, exact } = file.preview.records;
  return `${exact ? '' : '≈ '}${countOf(count, 'record')}`;
}
