import {
  CircleAlert,
  CircleCheck,
  CircleX,
  File as FileShape,
  FileSpreadsheet,
  Layers,
  X,
} from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { RunningMark } from '@/components/ui/running-mark';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { formatCount } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { DraftFile } from '../draft/draft-file';
import { type FileVerdict, judgeFile } from '../draft/judge-file';
import { roleWords } from '../draft/role-words';

type FileRowProps = {
  file: DraftFile;
  /** The bytes were lost with a reload of the page. */
  isWithoutBytes: boolean;
  onRemove: () => void;
};

const CELL = 'border-b border-line py-1.5 align-middle max-sm:block max-sm:border-0 max-sm:py-0.5';

/** One file of the list: what it is, why, how many records, and what will become of it. */
export function FileRow({ file, isWithoutBytes, onRemove }: FileRowProps) {
  const verdict = judgeFile(file);
  return (
    <tr className="max-sm:relative max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2 max-sm:pr-12">
      <th scope="row" className={`${CELL} max-w-0 pr-3 text-left font-normal max-sm:max-w-none`}>
        <span className="flex items-center gap-2 text-base" title={file.name}>
          <Icon
            icon={
              file.preview?.kind === 'extract' && file.preview.format === 'csv' ? FileSpreadsheet : FileShape
            }
          />
          <span className="truncate">{shortenMiddle(file.name, 44)}</span>
        </span>
      </th>
      <td className={`${CELL} pr-6 text-right text-base tabular text-fg-2 max-sm:hidden!`}>
        {formatBytes(file.size)}
      </td>
      <td className={`${CELL} pr-4`}>
        <ReadAs file={file} verdict={verdict} />
      </td>
      <td className={`${CELL} pr-6 text-right text-base tabular text-fg-2 max-sm:hidden!`}>
        {recordsText(file.preview)}
      </td>
      <td className={`${CELL} text-base`}>
        <FileState verdict={verdict} isWithoutBytes={isWithoutBytes} />
      </td>
      <td className={`${CELL} w-8 text-right max-sm:absolute max-sm:top-1 max-sm:right-0`}>
        <IconButton icon={X} label={`Remove ${file.name}`} onPress={onRemove} />
      </td>
    </tr>
  );
}

function ReadAs({ file, verdict }: { file: DraftFile; verdict: FileVerdict }) {
  if (verdict.kind === 'reading') return <span className="text-sm text-fg-2">Looking into it</span>;
  if (verdict.kind === 'left-out') {
    return (
      <>
        <span className="flex items-center gap-2 text-base text-danger">
          <Icon icon={CircleX} size={14} />
          {verdict.label}
        </span>
        <span className="block text-xs break-words text-fg-2">{verdict.reason}</span>
        {verdict.expected != null && (
          <details className="text-xs text-fg-2">
            <summary className="w-fit cursor-default rounded-tag font-medium text-accent hover:underline pointer-coarse:py-3">
              What is expected
            </summary>
            <p className="break-words">{verdict.expected}</p>
          </details>
        )}
      </>
    );
  }
  return (
    <>
      <span className="flex items-center gap-2 text-base">
        <Icon icon={Layers} size={14} />
        {roleWords(verdict.role)}
      </span>
      <span className="block text-xs text-fg-2">{whyRecognised(file.preview)}</span>
      <span className="block text-xs text-fg-2 sm:hidden">
        {formatBytes(file.size)}, {recordsText(file.preview)} records
      </span>
    </>
  );
}

function whyRecognised(preview: FilePreview | null): string {
  if (preview?.kind !== 'extract') return '';
  const extra = preview.table.columns.length - preview.expected;
  const others = extra > 0 ? `, ${extra} more ${extra === 1 ? 'is' : 'are'} not imported` : '';
  return `${preview.found} of ${preview.expected} expected columns found${others}`;
}

function recordsText(preview: FilePreview | null): string {
  if (preview?.kind !== 'extract') return '–';
  return `${preview.records.exact ? '' : '≈ '}${formatCount(preview.records.count)}`;
}

function FileState({ verdict, isWithoutBytes }: { verdict: FileVerdict; isWithoutBytes: boolean }) {
  if (verdict.kind === 'reading') {
    return (
      <span className="flex items-center gap-1.5 text-accent">
        <RunningMark size={14} />
        Reading
      </span>
    );
  }
  if (verdict.kind === 'left-out') return <span className="text-fg-2">Left out</span>;
  return isWithoutBytes ? (
    <span className="flex items-center gap-1.5 text-warn">
      <Icon icon={CircleAlert} size={14} />
      Choose it again
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-ok">
      <Icon icon={CircleCheck} size={14} />
      Ready
    </span>
  );
}
