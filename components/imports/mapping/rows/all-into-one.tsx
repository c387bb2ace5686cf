'use client';
import { planRowFile, type RowFile, shownName } from '../../draft/rows/row-files';
import { readyFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

/** Sends every file of rows into the dataset of this one. It stays when they all go there, so that the focus does too. */
export function AllIntoOne({ dataset }: Pick<RowFile, 'dataset'>) {
  const { session, state } = useImportSession();
  const files = readyFiles(state).flatMap((file) => planRowFile(file, state.targets) ?? []);
  if (dataset === null || files.length < 2) return null;
  const isDone = files.every((file) => file.dataset === dataset);
  return (
    <button
      type="button"
      aria-disabled={isDone}
      onClick={() => !isDone && session.sendAllTo(shownName(dataset))}
      className="-mt-1.5 w-fit max-w-full truncate rounded-tag text-xs text-accent not-aria-disabled:hover:underline aria-disabled:text-fg-3 pointer-coarse:min-h-11"
    >
      {isDone ? `All ${files.length} files go into` : `Send all ${files.length} files into`}{' '}
      {shownName(dataset)}
    </button>
  );
}
