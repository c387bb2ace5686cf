import { ArrowDown, ArrowUp, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { ObjectIcon } from '@/components/ui/object-icon';
import type { TextSpan } from '@/components/ui/sql-viewer/mark-line';
import { SqlViewer } from '@/components/ui/sql-viewer/sql-viewer';
import { showToast } from '@/components/ui/toast';
import type { ObjectDetail } from '@/lib/catalog/contract';
import { countOf } from '@/lib/format-text/format-count';
import { objectName } from '@/lib/navigation/object-name';

type SqlTabProps = {
  object: Pick<ObjectDetail, 'schema' | 'name' | 'type' | 'definition'>;
  /** Places that prove something; the viewer starts at the first one, or at `line`. */
  spans: readonly TextSpan[];
  /** The statements these places are in. */
  statements?: readonly TextSpan[];
  line: number | undefined;
  /** How much of it was read: "1 of 1 statement read". */
  reading?: string | undefined;
};

/** The SQL text of an object with marked places and a way through them. */
export function SqlTab({ object, spans, statements, line, reading }: SqlTabProps) {
  const { definition } = object;
  const name = objectName(object);
  const [chosen, setChosen] = useState<number>();
  const lines = useMemo(() => (line === undefined ? [] : [line]), [line]);
  if (!definition) {
    return <p className="p-4 text-sm text-fg-3">No SQL text is known for {name}.</p>;
  }
  // Marks may come after the text: until somebody steps through them, the line of the address says which one it is.
  const first = Math.max(
    0,
    spans.findIndex(({ start }) => start.line === line),
  );
  const mark = Math.min(chosen ?? first, spans.length - 1);
  const at = chosen === undefined && line !== undefined ? line : spans[mark]?.start.line;
  const step = (by: number) => setChosen((mark + by + spans.length) % spans.length);
  const copy = async () => {
    await navigator.clipboard.writeText(definition.text);
    showToast('SQL copied');
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-sunken px-4 text-sm">
        <ObjectIcon type={object.type} size={14} />
        <span className="ident min-w-0 truncate font-semibold">{name}</span>
        <span className="shrink-0 text-xs text-fg-3">{definition.dialect}</span>
        <span className="ml-auto flex shrink-0 items-center">
          {spans.length > 0 && (
            <span className="pr-1 text-fg-2 tabular" aria-live="polite">
              Mark {mark + 1} of {spans.length}
            </span>
          )}
          {spans.length > 1 && (
            <>
              <IconButton
                icon={ArrowUp}
                iconSize={14}
                size={24}
                label="Mark before"
                onPress={() => step(-1)}
              />
              <IconButton
                icon={ArrowDown}
                iconSize={14}
                size={24}
                label="Next mark"
                onPress={() => step(1)}
              />
            </>
          )}
          <IconButton icon={Copy} iconSize={14} size={24} label="Copy the SQL" onPress={() => void copy()} />
        </span>
      </div>
      <SqlViewer
        text={definition.text}
        label={`SQL of ${name}`}
        spans={spans}
        blocks={statements}
        lines={lines}
        scrollToLine={at}
        className="min-h-0 flex-1"
      />
      <p className="shrink-0 border-t border-line px-4 py-1.5 text-xs text-fg-3 tabular">
        {countOf(definition.lines, 'line')} · {definition.from.file}
        {definition.from.record !== null && ` record ${definition.from.record.toLocaleString('en-US')}`},
        import #{definition.from.import}
        {reading !== undefined && ` · ${reading}`}
      </p>
    </div>
  );
}
