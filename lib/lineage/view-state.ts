export const DEPTH_MAX = 10;
/** So many opened cards fit into what the API takes. */
export const EXPANSIONS_MAX = 180;
export const LINEAGE_VIEWS = ['graph', 'tree', 'table'] as const;
export type LineageViewKind = (typeof LINEAGE_VIEWS)[number];
export const INSPECTOR_TABS = ['overview', 'columns', 'sql', 'evidence', 'history'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];
export type Direction = 'up' | 'down';
export type Expansion = { id: string; direction: Direction };
/** The most cards whose columns are open in one view. */
export const OPEN_CARDS_MAX = 60;
export type PickedColumn = { object: string; column: string };

/** Everything the address of a lineage view says, besides the focus, which is its path. */
export type LineageViewState = {
  up: number;
  down: number;
  /** Undefined: the newest. */
  snapshot: number | undefined;
  /** Cards whose hidden neighbours are open. */
  expand: readonly Expansion[];
  /** Ids of the cards whose columns are open. */
  open: readonly string[];
  /** The column whose path is drawn. */
  column: PickedColumn | undefined;
  /** Filters and joins are part of the path. */
  influence: boolean;
  /** Only the path of the column is drawn. */
  onlyPath: boolean;
  /** Id of an object, or of an edge. Undefined: the focus. */
  select: string | undefined;
  /** Undefined: what fits the screen. */
  view: LineageViewKind | undefined;
  tab: InspectorTab;
  /** Line of the SQL text to open at. */
  line: number | undefined;
  /** What the explorer lists: only objects that were not fully read. Undefined: all. */
  only: 'unread' | undefined;
};

export const DEFAULT_VIEW: LineageViewState = {
  up: 2,
  down: 1,
  snapshot: undefined,
  expand: [],
  open: [],
  column: undefined,
  influence: false,
  onlyPath: false,
  select: undefined,
  view: undefined,
  tab: 'overview',
  line: undefined,
  only: undefined,
};

const EXPANSION = /^([0-9a-f]{16}):(up|down)$/;
const OPEN = /^[0-9a-f]{16}(,[0-9a-f]{16})*$/;
const COLUMN = /^([0-9a-f]{16})\.(.{1,300})$/;
const OBJECT_ID = /^[0-9a-f]{16}$/;
/** An object, an edge between objects, or a line between columns. */
const SELECTION = /^[0-9a-f]{16}(-[0-9a-f]{16}-[a-z]+|\..{0,300}~[0-9a-f]{16}\..{0,300})?$/;

/** Reads the query of an address. `ignored` names the parameters whose value means nothing; their default is used. */
export function parseLineageView(query: Pick<URLSearchParams, 'get'>): {
  state: LineageViewState;
  ignored: string[];
} {
  const ignored: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined): T => {
    const text = query.get(name);
    if (text === null || text === '') return fallback;
    const value = parse(text);
    if (value === undefined) ignored.push(`${name}=${text}`);
    return value ?? fallback;
  };
  const state: LineageViewState = {
    up: read('up', DEFAULT_VIEW.up, (text) => wholeNumber(text, 0, DEPTH_MAX)),
    down: read('down', DEFAULT_VIEW.down, (text) => wholeNumber(text, 0, DEPTH_MAX)),
    snapshot: read('snapshot', undefined, (text) => wholeNumber(text, 1, Number.MAX_SAFE_INTEGER)),
    expand: read('expand', [] as readonly Expansion[], parseExpansions),
    open: read('open', [] as readonly string[], parseOpen),
    column: read('column', undefined, parseColumn),
    influence: read('influence', false, parseTrue),
    onlyPath: read('path', false, (text) => (text === 'only' ? true : undefined)),
    select: read('select', undefined, (text) => (SELECTION.test(text) ? text : undefined)),
    view: read('view', undefined, (text) => LINEAGE_VIEWS.find((view) => view === text)),
    tab: read('tab', DEFAULT_VIEW.tab, (text) => INSPECTOR_TABS.find((tab) => tab === text)),
    line: read('line', undefined, (text) => wholeNumber(text, 1, Number.MAX_SAFE_INTEGER)),
    only: read('only', undefined, (text) => (text === 'unread' ? text : undefined)),
  };
  // A line without a tab means the SQL text.
  if (state.line !== undefined && query.get('tab') === null) state.tab = 'sql';
  return { state, ignored };
}

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

function parseExpansions(text: string): Expansion[] | undefined {
  const entries = text.split(',').map((entry) => EXPANSION.exec(entry));
  if (entries.some((entry) => entry === null)) return undefined;
  return entries.map((entry) => ({ id: entry?.[1] ?? '', direction: entry?.[2] === 'up' ? 'up' : 'down' }));
}

function parseOpen(text: string): string[] | undefined {
  const ids = [...new Set(text.split(','))];
  return OPEN.test(text) && ids.length <= OPEN_CARDS_MAX ? ids : undefined;
}

function parseColumn(text: string): PickedColumn | undefined {
  const [, object, column] = COLUMN.exec(text) ?? [];
  return object !== undefined && column !== undefined ? { object, column } : undefined;
}

const parseTrue = (text: string): boolean | undefined => (text === 'true' ? true : undefined);

/** The `expand` parameter of the API and of the address. */
export function formatExpansions(expand: readonly Expansion[]): string {
  return expand.map(({ id, direction }) => `${id}:${direction}`).join(',');
}

/** The query that restores a view, with its `?`. Both depths are always written, defaults of the rest are not. */
export function formatLineageView(state: LineageViewState): string {
  const query = new URLSearchParams({ up: String(state.up), down: String(state.down) });
  if (state.snapshot !== undefined) query.set('snapshot', String(state.snapshot));
  if (state.expand.length > 0) query.set('expand', formatExpansions(state.expand));
  if (state.open.length > 0) query.set('open', state.open.join(','));
  if (state.column !== undefined) query.set('column', `${state.column.object}.${state.column.column}`);
  if (state.influence) query.set('influence', 'true');
  if (state.onlyPath) query.set('path', 'only');
  if (state.select !== undefined) query.set('select', state.select);
  if (state.view !== undefined) query.set('view', state.view);
  if (state.tab !== DEFAULT_VIEW.tab) query.set('tab', state.tab);
  if (state.line !== undefined) query.set('line', String(state.line));
  if (state.only !== undefined) query.set('only', state.only);
  return `?${query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}`;
}

/** The address of an object's lineage; `object` is its id or its name as `objectName` writes it. */
export function lineageHref(object: string, state: Partial<LineageViewState> = {}): string {
  return `/lineage/${encodeURIComponent(object)}${formatLineageView({ ...DEFAULT_VIEW, ...state })}`;
}

/** The object that a path names; undefined for `/lineage` itself and for other pages. */
export function focusOfPath(path: string): string | undefined {
  const match = /^\/lineage\/([^/]+)\/?$/.exec(path);
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}

/** Whether a selection is an edge or a line between columns, whose ids join both ends. */
export function isEdgeSelection(select: string | undefined): boolean {
  return select !== undefined && !OBJECT_ID.test(select);
}
