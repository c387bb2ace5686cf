import type { ChoicesChange } from '@/lib/imports/choices';
import { checkChoices } from '../draft/draft-choices';
import { rowChoices, whyNotRows } from '../draft/rows/row-files';
import { scriptDialect } from '../draft/scripts/script-dialect';
import { summariseFiles, whyNotInMode } from '../draft/summarise-files';
import {
  filesWithoutBytes,
  lookupProblem,
  parentsOf,
  readyFiles,
  rowFiles,
  type SessionState,
} from './session-state';

export type CheckedDraft = { ok: true; choices: ChoicesChange } | { ok: false; reason: string };

/** Everything that was decided in the words of the API; or the first thing that is still open. */
export function checkDraft(state: SessionState): CheckedDraft {
  const [lost] = filesWithoutBytes(state);
  if (lost)
    return { ok: false, reason: `The page was loaded again. Choose ${lost.name} once more, or remove it.` };
  const [first, second] = parentsOf(state);
  if (second !== undefined)
    return {
      ok: false,
      reason: `These are rejects of #${first} and of #${second}. Import them one after the other.`,
    };
  const summary = summariseFiles(state.files);
  const checked = checkChoices(state.choices, summary.hasExtract, scriptDialect(state.files, state.choices));
  if (!checked.ok) return { ok: false, reason: Object.values(checked.errors)[0] ?? 'Check the choices' };
  const rows = rowFiles(state);
  const reason =
    whyNotInMode(summary, state.choices.mode) ??
    lookupProblem(state) ??
    whyNotRows(rows, state.datasets, state.targets);
  if (reason !== null) return { ok: false, reason };
  const ordinals = new Map(readyFiles(state).map((file, index) => [file.key, index + 1]));
  return {
    ok: true,
    choices: {
      ...checked.choices,
      ...rowChoices(rows, ordinals, state),
      ...(rows.length === 0 ? {} : { saveRecipe: state.savesRecipe }),
    },
  };
}
