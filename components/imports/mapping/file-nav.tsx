'use client';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { countOf } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { DraftFile } from '../draft/draft-file';
import { planRowFile, type Targets } from '../draft/rows/row-files';

type FileNavProps = {
  files: readonly DraftFile[];
  targets: Targets;
  selected: string;
  onSelect: (key: string) => void;
};

/** The files that will be imported; one is shown beside the list. */
export function FileNav({ files, targets, selected, onSelect }: FileNavProps) {
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
            <FileNote file={file} targets={targets} />
          </ListBoxItem>
        ))}
      </ListBox>
    </nav>
  );
}

function FileNote({ file, targets }: { file: DraftFile; targets: Targets }) {
  const rows = planRowFile(file, targets);
  const questions = rows?.plan?.questions.length ?? 0;
  const open = rows?.plan?.open.length ?? 0;
  if (rows?.view.problem) return <span className="block text-xs text-danger">Cannot be read like this</span>;
  if (open > 0)
    return <span className="block text-xs font-medium text-warn">{openText(open, questions)}</span>;
  if (questions > 0)
    return <span className="block text-xs text-warn">{countOf(questions, 'question')}, answered</span>;
  return <span className="block text-xs text-fg-2">{recordsText(file)}</span>;
}

function openText(open: number, questions: number): string {
  return open === questions
    ? `${countOf(open, 'question')}, open`
    : `${open} of ${countOf(questions, 'question')} open`;
}

function recordsText({ preview }: DraftFile): string {
  if (preview?.kind === 'script') return 'SQL script';
  if (preview?.kind !== 'extract' && preview?.kind !== 'rows') return '';
  const { count, exact } = preview.records;
  return `${exact ? '' : '≈ '}${countOf(count, 'record')}`;
}
