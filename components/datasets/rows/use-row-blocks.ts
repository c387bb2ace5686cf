import { useQueries } from '@tanstack/react-query';
import type { DatasetRow } from '@/lib/datasets/contract';
import { ROW_BLOCK, type RowsInput, rowBlockQuery } from '@/lib/datasets/queries';

export type RowBlocks = {
  rowAt: (index: number) => DatasetRow | undefined;
  error: Error | null;
  /** Rows that match the filter; undefined until the first answer. */
  total: number | undefined;
  answeredInMs: number | undefined;
  retry: () => void;
};

/** The rows from `first` to before `last`, asked for block by block. */
export function useRowBlocks(name: string, input: RowsInput, first: number, last: number): RowBlocks {
  const from = Math.floor(first / ROW_BLOCK);
  const to = Math.max(from, Math.floor(Math.max(0, last - 1) / ROW_BLOCK));
  const blocks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({ queries: blocks.map((block) => rowBlockQuery(name, input, block)) });
  const known = answers.find((answer) => answer.data)?.data;
  return {
    rowAt: (index) => answers[Math.floor(index / ROW_BLOCK) - from]?.data?.items[index % ROW_BLOCK],
    error: answers.find((answer) => answer.isError)?.error ?? null,
    total: known?.total,
    answeredInMs: known?.answeredInMs,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}
