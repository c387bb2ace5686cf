import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CSSProperties, MouseEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { InOut } from '@/components/ui/in-out';
import { MiddleText } from '@/components/ui/middle-text';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import type { SchemaSummary } from '@/lib/catalog/contract';
import { formatCount } from '@/lib/format-text/format-count';
import type { TreeRow } from './tree-rows';

type TreeRowViewProps = {
  id: string;
  row: TreeRow;
  /** The row that the keyboard is on. */
  isActive: boolean;
  /** The object in the focus of the page. */
  isFocus: boolean;
  /** Database names are written when there is more than one. */
  hasDatabases: boolean;
  href: string | undefined;
  style: CSSProperties;
  onPress: (event: MouseEvent) => void;
  onRetry: () => void;
};

const INDENT = { 1: 'pl-2', 2: 'pl-6', 3: 'pl-6' } as const;

/** One row of the tree, 28 px high: schema, range, object, or what stands in for objects. */
export function TreeRowView(props: TreeRowViewProps) {
  const { id, row, isActive, isFocus, href, style, onPress } = props;
  const branch = row.kind === 'schema' || row.kind === 'range';
  const shared = {
    id,
    role: 'treeitem',
    style,
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.size,
    ...(branch ? { 'aria-expanded': row.isOpen } : {}),
    'aria-selected': isFocus,
    'aria-current': isFocus ? ('true' as const) : undefined,
    onClick: onPress,
    className: `absolute inset-x-0 top-0 flex h-7 cursor-default items-center gap-1.5 pr-2.5 text-base pointer-coarse:h-11 ${INDENT[row.level as 1 | 2 | 3]} ${
      isFocus ? 'bg-accent-tint' : 'hover:bg-hover'
    } ${isActive ? 'tree-active' : ''}`,
  };
  const guide = row.level > 1 && (
    <span aria-hidden="true" className="absolute inset-y-0 left-[0.9375rem] w-px bg-line" />
  );
  if (href !== undefined) {
    return (
      <a {...shared} href={href} tabIndex={-1}>
        {guide}
        <RowContent {...props} />
      </a>
    );
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    <div {...shared} role="treeitem">
      {guide}
      <RowContent {...props} />
    </div>
  );
}

function RowContent({ row, isFocus, hasDatabases, onRetry }: TreeRowViewProps) {
  switch (row.kind) {
    case 'schema':
      return (
        <>
          <Icon icon={row.isOpen ? ChevronDown : ChevronRight} size={14} className="text-fg-2" />
          <SchemaSquare slot={row.schema.slot} />
          <SchemaName schema={row.schema} hasDatabases={hasDatabases} />
          <span className="text-xs text-fg-3 tabular">{formatCount(row.schema.total)}</span>
        </>
      );
    case 'range':
      return (
        <>
          <Icon icon={row.isOpen ? ChevronDown : ChevronRight} size={14} className="text-fg-2" />
          <span className="ident min-w-0 flex-1 truncate text-fg-2">{row.label}</span>
          <span className="text-xs text-fg-3 tabular">{formatCount(row.total)}</span>
        </>
      );
    case 'object':
      return (
        <>
          <ObjectIcon
            type={row.object.type}
            size={14}
            className={`ml-5 ${isFocus ? 'text-accent' : 'text-fg-2'}`}
          />
          <MiddleText
            text={row.object.name}
            className={`ident flex-1 ${isFocus ? 'font-semibold text-accent' : ''}`}
          />
          <InOut
            inCount={row.object.inDegree}
            outCount={row.object.outDegree}
            className="text-xs text-fg-3"
          />
        </>
      );
    case 'loading':
      return (
        <>
          <span className="sr-only">Loading</span>
          <span className="ml-5 h-2.5 w-28 rounded-full bg-active" />
        </>
      );
    case 'error':
      return (
        <span className="ml-5 flex flex-1 items-center gap-2 text-sm text-danger">
          Could not load
          <button type="button" tabIndex={-1} onClick={onRetry} className="text-accent hover:underline">
            Try again
          </button>
        </span>
      );
  }
}

/** The schema in full; its database, where there are several, gives way first. */
function SchemaName({ schema, hasDatabases }: { schema: SchemaSummary; hasDatabases: boolean }) {
  const name = schema.schema === '' ? '(no schema)' : schema.schema;
  const full = hasDatabases ? `${schema.database}.${name}` : name;
  return (
    <span title={full} className="ident flex min-w-0 flex-1 items-baseline whitespace-nowrap">
      <span className="sr-only">{full}</span>
      <span aria-hidden="true" className="max-w-[85%] shrink-0 truncate font-semibold">
        {name}
      </span>
      {hasDatabases && (
        <span aria-hidden="true" className="ml-2 min-w-5 truncate text-sm text-fg-3">
          {schema.database}
        </span>
      )}
    </span>
  );
}
