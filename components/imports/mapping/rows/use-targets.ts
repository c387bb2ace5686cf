import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { datasetQuery, datasetsQuery } from '@/lib/datasets/queries';
import type { Targets } from '../../draft/rows/row-files';
import { rowFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

const KNOWN_MAX = 1000;

/** Names of the datasets that are there. */
export function useKnownDatasets(isEnabled = true): readonly string[] {
  const { data } = useQuery({ ...datasetsQuery({ limit: KNOWN_MAX }), enabled: isEnabled });
  return data?.items.map((dataset) => dataset.name) ?? [];
}

/** Keeps the session told about the datasets that its files go to: their columns and keys decide types and targets. */
export function useTargets(isOpen: boolean): void {
  const { session, state } = useImportSession();
  const files = isOpen ? rowFiles(state) : [];
  const known = useKnownDatasets(files.length > 0);
  const wanted = new Set(files.flatMap(({ dataset }) => dataset?.toLowerCase() ?? []));
  const names = known.filter((name) => wanted.has(name.toLowerCase()));
  const found = useQueries({ queries: names.map((name) => datasetQuery(name)) });
  const targets: Targets = Object.fromEntries(
    found.flatMap(({ data }) =>
      data ? [[data.name.toLowerCase(), { columns: data.columns, key: data.key, rows: data.rows }]] : [],
    ),
  );
  const asText = JSON.stringify(targets);
  useEffect(() => {
    if (isOpen) session.setTargets(JSON.parse(asText) as Targets);
  }, [session, asText, isOpen]);
}
