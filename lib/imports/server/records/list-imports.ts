import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { read } from '@/lib/workspace/server/read';
import type { listImports as contract } from '../../contract';
import { importLock } from '../lock/import-lock';
import { interrupted } from '../recover/interrupt-abandoned';
import { importsReady } from '../recover/recover-imports';
import { pageOfImports } from './import-pages';
import { type ImportRecord, isRunning } from './import-record';
import { importsState } from './imports-state';
import { presentImport } from './present-import';

type Query = EndpointInput<typeof contract>['query'];
type Page = EndpointResponse<typeof contract>;

/**
 * Imports, newest first: the running one and the line on top of the first page. Drafts only when asked for by state.
 * `q` is part of a file name, of the owner's or the source's name, or `#number`.
 */
export async function listImports({ limit, cursor, state, outcome, q }: Query): Promise<Page> {
  await importsReady();
  const before = cursorNumber(cursor);
  const { run, unstarted } = importsState();
  const matches = (record: ImportRecord) =>
    (state === undefined || record.state === state) && matchesText(record, q);
  if (state === 'draft') {
    const drafts = [...unstarted.values()]
      .filter(matches)
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    return page(drafts, before ?? 0, limit);
  }
  const line = importLock()
    .line()
    .flatMap((place) => unstarted.get(place.importId) ?? []);
  const unfinished = [...(run === null ? [] : [run.record]), ...line];
  const top = outcome === undefined ? unfinished.filter(matches) : [];
  const filter = { limit, before, state, outcome, q, without: run?.id };
  const stored = await read((db) => pageOfImports(db, filter));
  const all = stored.counts.all + unfinished.filter((record) => matchesText(record, q)).length;
  const shown = stored.records.map((record) => (isRunning(record) ? interrupted(record) : record));
  const items = before === null ? [...top, ...shown] : shown;
  const last = stored.records.at(-1)?.number;
  return {
    items: await Promise.all(items.map(presentImport)),
    nextCursor: stored.more && last !== undefined ? String(last) : null,
    total: top.length + stored.total,
    counts: { ...stored.counts, all },
  };
}

async function page(records: readonly ImportRecord[], from: number, limit: number): Promise<Page> {
  const next = from + limit;
  return {
    items: await Promise.all(records.slice(from, next).map(presentImport)),
    nextCursor: next < records.length ? String(next) : null,
    total: records.length,
    counts: { all: records.length, published: 0, withRejects: 0, notPublished: 0 },
  };
}

function matchesText(record: ImportRecord, q: string | undefined): boolean {
  if (q === undefined || q === '') return true;
  const text = q.toLowerCase();
  const names = [record.owner.name, record.source?.name ?? '', ...record.files.map((file) => file.name)];
  return `#${record.number}` === text || names.some((name) => name.toLowerCase().includes(text));
}

/** @throws AppError invalid-request for a cursor that we never gave */
function cursorNumber(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const reason = 'take it from nextCursor of the page before';
  throw new AppError('invalid-request', `cursor: ${reason}`, { invalidParams: [{ name: 'cursor', reason }] });
}
