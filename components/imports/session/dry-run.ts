import { ApiProblem, apiFetch } from '@/lib/http/api-fetch';
import type { ChoicesChange } from '@/lib/imports/choices';
import { cancelImport, changeImport, type Import } from '@/lib/imports/contract';
import { dryRunDraft } from '@/lib/imports/draft-contract';
import { checkDraft } from './check-draft';
import type { DraftSync, SessionStore } from './draft-sync';
import type { DryRun, SessionState } from './session-state';

/** What a dry run depends on; another text means that its counts no longer hold. Null while something is open. */
export function dryRunKey(state: SessionState): string | null {
  const checked = checkDraft(state);
  if (!checked.ok) return null;
  const { owner: _, saveRecipe: _saves, ...choices } = checked.choices;
  return JSON.stringify([state.files.map((file) => file.key), choices]);
}

/** What a start expects: the dry run whose counts are shown, unless something was changed since. */
export function expectation(state: SessionState): { expectedDryRun?: string } {
  const { dryRun } = state;
  if (dryRun === null || dryRun.importId === null || dryRun.asked !== dryRunKey(state)) return {};
  return { expectedDryRun: dryRun.importId };
}

/** Sends what is missing of the files, and has the server count what the import would do. The draft stays. */
export async function runDry(store: SessionStore, sync: DraftSync): Promise<void> {
  const state = store.get();
  const asked = dryRunKey(state);
  const checked = checkDraft(state);
  if (asked === null || !checked.ok || state.start !== 'idle') return;
  const isWanted = () => store.get().dryRun?.asked === asked && store.get().start === 'idle';
  const tell = (more: Partial<DryRun>) =>
    isWanted() && store.set({ dryRun: { asked, importId: null, problem: null, ...more } });
  store.set({ dryRun: { asked, importId: null, problem: null } });
  try {
    await sync.ensure();
    await sync.uploaded(isWanted);
    const draft = store.get().draft;
    if (!draft || !isWanted()) return;
    const { id } = await count(draft.import.id, checked.choices);
    if (isWanted()) tell({ importId: id });
    else await cancel(id);
  } catch (error) {
    tell({ problem: error instanceof ApiProblem ? error.problem.detail : (error as Error).message });
  }
}

/** Ends the dry run that goes on; its draft stays. Also when the page is left, which takes its counts along. */
export async function endDry(store: SessionStore): Promise<void> {
  const id = store.get().dryRun?.importId ?? null;
  store.set({ dryRun: null });
  if (id !== null) await cancel(id);
}

async function cancel(id: string): Promise<void> {
  try {
    await apiFetch(cancelImport, { params: { id }, body: {}, keepalive: true });
  } catch (error) {
    // It was over before: then there is nothing to end.
    if (!(error instanceof ApiProblem)) throw error;
  }
}

async function count(id: string, choices: ChoicesChange): Promise<Import> {
  await apiFetch(changeImport, { params: { id }, body: choices });
  return apiFetch(dryRunDraft, { params: { id }, body: {}, headers: { Prefer: 'respond-async' } });
}
