import { MessageBlock } from '@/components/ui/message-block';
import { ObjectIcon } from '@/components/ui/object-icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SqlViewer } from '@/components/ui/sql-viewer/sql-viewer';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { ScriptPreview } from '@/lib/formats/preview/file-preview';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import { dialectNames } from '@/lib/lineage/sql/dialect-names';
import { roleWords } from '../../draft/role-words';
import { type ScriptEntry, scriptView } from '../../draft/scripts/script-view';

/** Rows of a table that people still look through; the rest is counted. */
const SHOWN = 200;
const LINES = 200;

/** What a script defines in the dialect of the source, and its first lines. */
export function ScriptFacts(props: { name: string; preview: ScriptPreview; dialect: SqlDialect }) {
  const { name, preview, dialect } = props;
  const view = scriptView(preview, dialect);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="text-md font-semibold break-all">
        {name} <span className="font-normal text-fg-2">{roleWords('script')}</span>
      </h3>
      <p className="text-sm text-fg-2">
        Read as {dialectNames[dialect]}, {preview.encoding.toUpperCase()}. {view.words}
        {view.records.exact ? '' : ' in its first MiB'}.
      </p>
      {view.unclosedLine !== null && (
        <MessageBlock tone="warn" title={`A string, name or comment in line ${view.unclosedLine} has no end`}>
          What it stands in is a bad record. Close it, or check the SQL dialect of the source.
        </MessageBlock>
      )}
      {view.entries.length > 0 && <Entries entries={view.entries} />}
      <p className="text-sm font-semibold">First lines</p>
      <SqlViewer
        text={firstLines(preview.text)}
        label={`First lines of ${name}`}
        className="max-h-72 rounded-card border border-line"
      />
    </div>
  );
}

function Entries({ entries }: { entries: readonly ScriptEntry[] }) {
  return (
    <ScrollRegion label="What it defines" className="max-h-72">
      <Table caption="What it defines">
        <thead>
          <tr>
            <HeadCell className="pl-0">Object</HeadCell>
            <HeadCell>Type</HeadCell>
            <HeadCell isNumber>Columns</HeadCell>
            <HeadCell isNumber>Line</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, SHOWN).map((entry) => (
            <tr key={entry.line}>
              <RowHead className="pl-0 font-mono text-xs">
                <span className="flex items-center gap-2">
                  <ObjectIcon type={entry.type} size={14} />
                  {entry.name}
                </span>
              </RowHead>
              <Cell className="text-fg-2">{entry.type}</Cell>
              <Cell isNumber>{entry.columns === null ? '–' : formatCount(entry.columns)}</Cell>
              <Cell isNumber>{formatCount(entry.line)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {entries.length > SHOWN && (
        <p className="py-2 text-xs text-fg-2">
          {formatCount(SHOWN)} of {countOf(entries.length, 'object')} shown; all are imported.
        </p>
      )}
    </ScrollRegion>
  );
}

function firstLines(text: string): string {
  return text.split(/\r\n|\r|\n/, LINES).join('\n');
}
