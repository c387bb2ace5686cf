import { ArrowRight, CircleX, Layers, Rows3 } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf } from '@/lib/format-text/format-count';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { DraftFile } from '../draft/draft-file';
import type { FileVerdict } from '../draft/judge-file';
import { roleWords } from '../draft/role-words';
import { type RowFile, shownName } from '../draft/rows/row-files';
import { ReadAsScript } from './read-as-script';
import { SameFile } from './same-choice';

type ReadAsProps = {
  file: DraftFile;
  verdict: FileVerdict;
  rows: RowFile | null;
  onKind: (kind: 'rows' | 'auto') => void;
};

/** What a file is read as and why; where there is a choice, it can be changed. */
export function ReadAs({ file, verdict, rows, onKind }: ReadAsProps) {
  if (verdict.kind === 'reading') return <span className="text-sm text-fg-2">Looking into it</span>;
  if (verdict.kind === 'left-out') return <LeftOut verdict={verdict} />;
  if (file.preview?.kind === 'script') return <ReadAsScript name={file.name} preview={file.preview} />;
  const isRows = verdict.role === 'rows';
  const isChoice = !isRows || file.readAs === 'rows';
  return (
    <>
      <span className="flex min-w-0 items-center gap-2 text-base">
        <Icon icon={isRows ? Rows3 : Layers} size={14} />
        {isChoice ? (
          <Select
            label={`Read ${file.name} as`}
            isLabelHidden
            size={24}
            value={isRows ? 'rows' : 'auto'}
            onChange={onKind}
            options={[
              { value: 'auto', label: isRows ? 'File of an extract' : roleWords(verdict.role) },
              { value: 'rows', label: 'Rows of a dataset' },
            ]}
          />
        ) : (
          'Rows'
        )}
        {isRows && <Target rows={rows} waitsFor={waitsFor(file)} />}
      </span>
      <span className="block text-xs text-fg-2">
        {file.sameAs ? (
          <SameFile same={file.sameAs} />
        ) : isRows ? (
          whyRows(file, rows)
        ) : (
          whyRecognised(file.preview)
        )}
        {file.rejectsOf !== undefined && `, rejects of #${file.rejectsOf} again`}
      </span>
      <span className="block text-xs text-fg-2 sm:hidden">{sizeText(file)}</span>
    </>
  );
}

/** The import whose rejects it brings, until the choices of that import are taken over. */
const waitsFor = ({ rejectsOf, rows }: DraftFile) => (rows === undefined ? (rejectsOf ?? null) : null);

function Target({ rows, waitsFor: parent }: { rows: RowFile | null; waitsFor: number | null }) {
  if (rows === null || rows.dataset === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon icon={ArrowRight} size={12} />
      <span className="truncate">
        {parent === null ? `dataset ${shownName(rows.dataset)}` : `dataset of #${parent}`}
      </span>
    </span>
  );
}

function LeftOut({ verdict }: { verdict: Extract<FileVerdict, { kind: 'left-out' }> }) {
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

const FORMATS = { csv: 'CSV', parquet: 'Parquet', json: 'JSON', ndjson: 'NDJSON', sql: 'SQL' } as const;

function whyRows(file: DraftFile, rows: RowFile | null): string {
  const { preview } = file;
  if (preview?.kind !== 'rows') return '';
  if (rows?.view.problem) return rows.view.problem;
  const packed = preview.compression === null ? '' : `, ${preview.compression}`;
  const columns = rows?.view.table?.columns.length ?? 0;
  const found = `${FORMATS[preview.format]}${packed}, ${countOf(columns, 'column')}`;
  if (waitsFor(file) !== null) return found;
  return `${found}, ${rows?.target ? 'a dataset that is there' : 'a new dataset'}`;
}

function whyRecognised(preview: FilePreview | null): string {
  if (preview?.kind !== 'extract') return '';
  const extra = preview.table.columns.length - preview.expected;
  const others = extra > 0 ? `, ${extra} more ${extra === 1 ? 'is' : 'are'} not imported` : '';
  return `${preview.found} of ${preview.expected} expected columns found${others}`;
}

function sizeText({ size, preview }: DraftFile): string {
  if (preview?.kind !== 'extract' && preview?.kind !== 'rows') return formatBytes(size);
  const { count, exact } = preview.records;
  return `${formatBytes(size)}, ${exact ? '' : '≈ '}${countOf(count, 'record')}`;
}
