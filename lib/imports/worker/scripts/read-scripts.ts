import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '@/lib/errors/app-error';
import { decodeScript } from '@/lib/formats/sql/decode-script';
import { objectId } from '@/lib/lineage/object-id';
import { defaultSchema } from '@/lib/lineage/sql/resolve/dialect-names';
import { type Script, type ScriptObject, scriptObjects } from '@/lib/lineage/sql/script/script-objects';
import { type Span, spanFinder } from '@/lib/lineage/sql/span';
import type { JobSource } from '../job-source';
import type { JobProgress } from '../progress';
import type { WorkerFile } from '../protocol';
import type { ScriptFile, ScriptRecord } from './script-file';

/** A script is read as a whole. */
const SCRIPT_MAX_BYTES = 64 * 1024 * 1024;
/** Where scripts stand among the schemas. */
const SCRIPTS = 'Files';

/** Reads the scripts and finds what they define. @throws AppError `unreadable-file` */
export async function readScripts(
  files: readonly WorkerFile[],
  source: JobSource,
  progress: JobProgress,
): Promise<ScriptFile[]> {
  const found: ScriptFile[] = [];
  const names = new Map<string, number>();
  const tracked = files.map((file) => ({ file, told: progress.file(file.ordinal, file.size) }));
  for (const { file, told } of tracked) {
    refuseLarge(file);
    const { text, encoding } = decodeScript(await readFile(file.path));
    const script = scriptObjects(text, source.dialect, source.database);
    const same = names.get(file.name.toLowerCase()) ?? 0;
    names.set(file.name.toLowerCase(), same + 1);
    const name = same === 0 ? file.name : `${file.name} (${same + 1})`;
    const records = recordsOf(text, script, { name, source });
    found.push({ file, encoding, records, uses: otherDatabase(text, source) });
    told.read(file.size);
    told.counted(records.length);
    await nextTurn();
  }
  return found;
}

function refuseLarge({ name, size }: WorkerFile): void {
  if (size <= SCRIPT_MAX_BYTES) return;
  throw new AppError(
    'unreadable-file',
    `${name} has ${Math.ceil(size / 1024 / 1024)} MiB; a script may have ${SCRIPT_MAX_BYTES / 1024 / 1024}. Split it, and leave out what only inserts values.`,
    { extra: { file: name } },
  );
}

type Home = { name: string; source: JobSource };

function recordsOf(text: string, { objects, unclosed }: Script, home: Home): ScriptRecord[] {
  const spanOf = spanFinder(text);
  const records = objects.map((object) => recordOf(object, spanOf(object.range), home));
  if (unclosed === null) return records;
  const { start } = spanOf(unclosed);
  const reject = {
    code: 'UNCLOSED_TEXT',
    message: `A string, quoted name or comment that begins in line ${start.line}, column ${start.column} has no end; the rest of the file is part of it.`,
    line: start.line,
  };
  const at = objects.findIndex(
    ({ type, range }) => type === 'script' || (range.start <= unclosed.start && unclosed.start < range.end),
  );
  const whole = {
    type: 'script',
    name: [],
    range: { start: 0, end: text.length },
    text,
    columns: [],
  } as const;
  if (at === -1) return [...records, { ...recordOf(whole, spanOf(whole.range), home), reject }];
  return records.map((record, index) => (index === at ? { ...record, reject } : record));
}

function recordOf({ type, name, text, columns }: ScriptObject, span: Span, home: Home): ScriptRecord {
  const { source } = home;
  const [last = home.name, schema = '', database = ''] = name.toReversed();
  const place = {
    database: database || source.database,
    schema: type === 'script' ? SCRIPTS : schema || defaultSchema(source.dialect) || '',
    name: last,
  };
  const object = objectId(place.database, place.schema, place.name);
  return { type, text, columns, ...place, object, line: span.start.line, reject: null };
}

const USE = /^[ \t]*USE[ \t]+(?:\[([^\]\r\n]+)\]|"([^"\r\n]+)"|`([^`\r\n]+)`|([\w$]+))[ \t]*;?[ \t]*\r?$/gim;

/** The first other database that a script goes to with USE; `master` is gone to only to make databases. */
function otherDatabase(text: string, { database }: JobSource): ScriptFile['uses'] {
  for (const match of text.matchAll(USE)) {
    const name = match.slice(1).find((part) => part !== undefined) ?? '';
    if ([database.toLowerCase(), 'master'].includes(name.toLowerCase())) continue;
    return { database: name, line: text.slice(0, match.index).split('\n').length };
  }
  return null;
}
