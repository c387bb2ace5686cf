import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { datasetLookupQuery, datasetNamesQuery, LOOKUPS_KEY } from '@/lib/datasets/lookup-queries';
import { lockQuery } from '@/lib/imports/queries';
import { shownName, type Targets } from '../../draft/rows/row-files';
import { rowFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

/** Names of the datasets that are there, as far as they are known. */
export function useKnownDatasets(): readonly string[] {
  return useQuery(datasetNamesQuery()).data?.names ?? [];
}

/** Keeps the session told about the datasets that its files go to: their columns and keys decide types, targets and mode. */
export function useTargets(isOpen: boolean): void {
  const { session, state } = useImportSession();
  const files = isOpen ? rowFiles(state) : [];
  const wanted = [...new Set(files.flatMap(({ dataset }) => dataset?.toLowerCase() ?? []))];
  const known = useLookups(wanted);
  const asText = JSON.stringify(known);
  useEffect(() => {
    if (isOpen) session.setTargets(JSON.parse(asText));
  }, [session, asText, isOpen]);
  useFreshLookups(isOpen);
}

/** Looks up datasets by their names in small letters; those that are not in the list of all are new without asking for them. */
function useLookups(wanted: readonly string[]): { targets: Targets; problem: string | null } {
  const list = useQuery({ ...datasetNamesQuery(), enabled: wanted.length > 0 });
  const there = new Set(list.data?.names.map((name) => name.toLowerCase()));
  const isNew = (name: string) => list.data?.isComplete === true && !there.has(name);
  const asked = list.data === undefined ? [] : wanted.filter((name) => !isNew(name));
  const answers = useQueries({ queries: asked.map((name) => datasetLookupQuery(name)) });
  const targets: Record<string, Targets[string]> = {};
  const problems: string[] = [];
  const tellFailed = (what: string, { data, error }: { data: unknown; error: Error | null }) => {
    if (data === undefined && error) problems.push(`${what} could not be looked up: ${error.message}`);
  };
  tellFailed('The datasets', list);
  for (const name of wanted) if (isNew(name)) targets[name] = null;
  for (const [index, answer] of answers.entries()) {
    const name = asked[index] ?? '';
    if (answer.data !== undefined) targets[name] = answer.data;
    tellFailed(shownName(name), answer);
  }
  return { targets, problem: problems[0] ?? null };
}

/** What was found holds for one opening of the dialog, and until somebody publishes. */
function useFreshLookups(isOpen: boolean): void {
  const client = useQueryClient();
  const snapshot = useQuery(lockQuery()).data?.snapshot;
  useEffect(() => {
    if (!isOpen) client.removeQueries({ queryKey: LOOKUPS_KEY });
  }, [client, isOpen]);
  useEffect(() => {
    if (snapshot !== undefined) void client.invalidateQueries({ queryKey: LOOKUPS_KEY });
  }, [client, snapshot]);
}
