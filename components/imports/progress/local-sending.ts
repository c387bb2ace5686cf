import { countOf } from '@/lib/format-text/format-count';
import { roleWords } from '../draft/role-words';
import { type SessionState, uploadedBytes } from '../session/session-state';
import type { LocalFile } from './file-progress';
import type { Sending } from './phase-segments';

export type LiveSending = Sending & { etaSeconds: number | null; isCut: boolean };

/** How far the sending of the draft is, with its speed and time left. */
export function sendingOf(state: SessionState): LiveSending {
  const { sent, total } = uploadedBytes(state);
  const upload = state.upload;
  // While the connection is cut there is no speed to tell a time from.
  const isCut = upload?.files.some((file) => file.state === 'retrying') === true;
  const tookMs = upload?.finishedAtMs ? upload.finishedAtMs - upload.startedAtMs : null;
  return {
    sent,
    total,
    isCut,
    bytesPerSecond: isCut ? null : (upload?.bytesPerSecond ?? null),
    etaSeconds: isCut ? null : (upload?.etaSeconds ?? null),
    tookSeconds: tookMs === null ? null : tookMs / 1000,
  };
}

/** What this tab knows of each file of the draft, by its id on the server. */
export function localFiles(state: SessionState): ReadonlyMap<string, LocalFile> {
  const lines = uploadedBytes(state).files.flatMap((file): Array<[string, LocalFile]> => {
    const id = state.draft?.fileIds.get(file.key);
    const preview = state.files.find((it) => it.key === file.key)?.preview;
    if (id === undefined) return [];
    const { sent, state: status, reason } = file;
    const known = preview?.kind === 'extract' || preview?.kind === 'rows' ? preview : undefined;
    const role = known ? roleWords(known.kind === 'rows' ? 'rows' : known.role) : '';
    const records = known
      ? `${known.records.exact ? '' : '≈ '}${countOf(known.records.count, 'record')}`
      : '';
    return [[id, { id, sent, state: status, reason, role, records }]];
  });
  return new Map(lines);
}
