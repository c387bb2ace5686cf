import { Check } from 'lucide-react';
import { Pill } from '@/components/ui/pill';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import type { DraftFile } from '../draft/draft-file';
import { roleWords } from '../draft/role-words';
import { ColumnList } from './column-list';
import { dialectWords } from './dialect-words';
import { PreviewTable } from './preview-table';
import { ScriptFacts } from './scripts/script-facts';

/** What was found in one file: how it is read, its first records and its columns. */
export function FileFacts({ file, dialect }: { file: DraftFile; dialect: SqlDialect }) {
  const preview = file.preview;
  if (preview?.kind === 'script') return <ScriptFacts name={file.name} preview={preview} dialect={dialect} />;
  if (preview?.kind !== 'extract') return null;
  const shown = preview.table.rows.length;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="text-md font-semibold break-all">
        {file.name} <span className="font-normal text-fg-2">{roleWords(preview.role)}</span>
      </h3>
      <HowRead preview={preview} />
      <p className="text-sm text-fg-2">
        <span className="font-semibold text-fg">Preview</span> {shown > 0 ? `records 1 to ${shown} of ` : ''}
        {preview.records.exact ? '' : '≈ '}
        {shown > 0 ? formatCount(preview.records.count) : countOf(preview.records.count, 'record')},{' '}
        {countOf(preview.table.columns.length, 'column')}
      </p>
      <PreviewTable table={preview.table} caption={`First records of ${file.name}`} />
      {preview.notes.map((note) => (
        <p key={note} className="text-sm break-words text-fg-2">
          {note}
        </p>
      ))}
      <ColumnList preview={preview} />
    </div>
  );
}

function HowRead({ preview }: { preview: Extract<FilePreview, { kind: 'extract' }> }) {
  const facts: Array<[string, string]> = preview.dialect
    ? dialectWords(preview.dialect)
    : [
        ['Format', 'Parquet'],
        ['Types', 'From the file'],
      ];
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {facts.map(([what, how]) => (
          <div key={what}>
            <dt className="text-xs text-fg-3">{what}</dt>
            <dd className="text-sm">{how}</dd>
          </div>
        ))}
      </dl>
      <Pill tone="outline" icon={Check}>
        Found in the content, fixed for the load
      </Pill>
    </div>
  );
}
