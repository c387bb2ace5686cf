import type { CurrentJob, Import, LockStatus } from '@/lib/imports/contract';

export type BarState =
  | { kind: 'none' }
  | { kind: 'lost'; hasImport: boolean }
  | { kind: 'failed'; import: Import }
  | { kind: 'in-line'; id: string; position: number; etaSeconds: number | null }
  | { kind: 'importing'; job: CurrentJob; isOwn: boolean; waiting: LockStatus['waiting'] }
  | { kind: 'ready'; newest: number; snapshot: number };

type BarInput = {
  lock: LockStatus | undefined;
  isLost: boolean;
  /** An import that was seen running here and is over now; null when dismissed or none. */
  ended: Import | null;
  snapshot: number | null | undefined;
  /** The newest snapshot when the page was opened: one that was there already is no news. */
  newestAtLoad: number | null | undefined;
  isOwn: (import_: { id: string; owner: { name: string } }) => boolean;
};

/** Which one of the five bars is shown: the most urgent that is the case. */
export function barState({ lock, isLost, ended, snapshot, newestAtLoad, isOwn }: BarInput): BarState {
  if (isLost) return { kind: 'lost', hasImport: lock?.holder != null };
  if (lock === undefined) return { kind: 'none' };
  if (ended !== null && deservesBar(ended, isOwn)) return { kind: 'failed', import: ended };
  const { holder } = lock;
  if (holder?.pausedUntil != null && isOwn(holder))
    return { kind: 'importing', job: holder, isOwn: true, waiting: lock.waiting };
  const own = lock.waiting.find(isOwn);
  if (own) {
    const etaSeconds = own.position === 1 ? (lock.holder?.etaSeconds ?? null) : null;
    return { kind: 'in-line', id: own.id, position: own.position, etaSeconds };
  }
  if (lock.holder) {
    return { kind: 'importing', job: lock.holder, isOwn: isOwn(lock.holder), waiting: lock.waiting };
  }
  const newest = lock.snapshot ?? 0;
  if (typeof snapshot === 'number' && newest > (newestAtLoad ?? 0) && newest > snapshot) {
    return { kind: 'ready', newest, snapshot };
  }
  return { kind: 'none' };
}

/** Failures concern whoever watched; a cancelled import only its owner, who may not have cancelled it. */
function deservesBar(import_: Import, isOwn: BarInput['isOwn']): boolean {
  if (import_.state === 'failed' || import_.state === 'interrupted') return true;
  return import_.state === 'cancelled' && isOwn(import_) && import_.cancelledBy !== import_.owner.name;
}
