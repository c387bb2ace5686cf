import {
  CircleAlert,
  CircleCheck,
  FileBraces,
  FileCode,
  File as FileShape,
  FileSpreadsheet,
  type LucideIcon,
  X,
} from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { RunningMark } from '@/components/ui/running-mark';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { RecordCount } from '@/lib/formats/preview/record-count';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import type { DraftFile } from '../draft/draft-file';
import { type FileVerdict, judgeFile } from '../draft/judge-file';
import { planRowFile } from '../draft/rows/row-files';
import { scriptDialect } from '../draft/scripts/script-dialect';
import { scriptView } from '../draft/scripts/script-view';
import { useImportSession } from '../session/use-import-session';
import { ReadAs } from './read-as';
import { SameChoice } from './same-choice';

type FileRowProps = {
  file: DraftFile;
  /** The bytes were lost with a reload of the page. */
  isWithoutBytes: boolean;
  onRemove: () => void;
};

const CELL = 'border-b border-line py-1.5 align-middle max-sm:block max-sm:border-0 max-sm:py-0.5';

/** One file of the list: what it is, why, how many records, and what will become of it. */
export function FileRow({ file, isWithoutBytes, onRemove }: FileRowProps) {
  const { session, state } = useImportSession();
  const verdict = judgeFile(file);
  const rows = planRowFile(file, state.targets);
  return (
    <tr className="max-sm:relative max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2 max-sm:pr-12">
      <th scope="row" className={`${CELL} max-w-0 pr-3 text-left font-normal max-sm:max-w-none`}>
        <span className="flex items-center gap-2 text-base" title={file.name}>
          <Icon icon={iconOf(file.preview)} />
          <span className="truncate">{shortenMiddle(file.name, 44)}</span>
        </span>
      </th>
      <td className={`${CELL} pr-6 text-right text-base whitespace-nowrap tabular text-fg-2 max-sm:hidden!`}>
        {formatBytes(file.size)}
      </td>
      <td className={`${CELL} pr-4`}>
        <ReadAs file={file} verdict={verdict} rows={rows} onKind={(kind) => session.readAs(file.key, kind)} />
      </td>
      <td className={`${CELL} pr-6 text-right text-base whitespace-nowrap tabular text-fg-2 max-sm:hidden!`}>
        {recordsText(file.preview, scriptDialect(state.files, state.choices))}
      </td>
      <td className={`${CELL} text-base`}>
        {file.sameAs && !isWithoutBytes ? (
          <SameChoice file={file} />
        ) : (
          <FileState verdict={verdict} open={rows?.plan?.open.length ?? 0} isWithoutBytes={isWithoutBytes} />
        )}
      </td>
      <td className={`${CELL} w-8 text-right max-sm:absolute max-sm:top-1 max-sm:right-0`}>
        <IconButton icon={X} label={`Remove ${file.name}`} onPress={onRemove} />
      </td>
    </tr>
  );
}

function recordsText(preview: FilePreview | null, dialect: SqlDialect): string {
  if (preview?.kind === 'script') return countText(scriptView(preview, dialect).records);
  if (preview?.kind !== 'extract' && preview?.kind !== 'rows') return '–';
  return countText(preview.records);
}

const countText = ({ count, exact }: RecordCount) => `${exact ? '' : '≈ '}${formatCount(count)}`;

function FileState(props: { verdict: FileVerdict; open: number; isWithoutBytes: boolean }) {
  const { verdict, open, isWithoutBytes } = props;
  if (verdict.kind === 'reading') {
    return (
      <span className="flex items-center gap-1.5 text-accent">
        <RunningMark size={14} />
        Reading
      </span>
    );
  }
  if (verdict.kind === 'left-out') return <span className="text-fg-2">Left out</span>;
  if (open > 0 && !isWithoutBytes)
    return (
      <span className="flex items-center gap-1.5 text-warn">
        <Icon icon={CircleAlert} size={14} />
        {countOf(open, 'question')} in step 2
      </span>
    );
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

function iconOf(preview: FilePreview | null): LucideIcon {
  if (preview?.kind === 'script') return FileCode;
  if (preview?.kind !== 'extract' && preview?.kind !== 'rows') return FileShape;
  if (preview.format === 'csv') return FileSpreadsheet;
  return preview.format === 'parquet' ? FileShape : FileBraces;
}
