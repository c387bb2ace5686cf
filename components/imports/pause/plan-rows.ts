import { formatCount } from '@/lib/format-text/format-count';
import type { PlannedCounts } from '@/lib/imports/pause';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { RECEIPT_PARTS } from '../receipt/receipt-parts';
import { PLAN_WORDS } from '../text/plan-words';

export type PlanRow = {
  label: string;
  /** One for each plan. */
  values: string[];
  isChanged: boolean;
};

type Dataset = PlannedCounts['datasets'][number];

/**
 * Plans of one import side by side: the six parts always, the rest where it is not nothing in all of them. A row is
 * changed when its plans differ.
 */
export function planRows(plans: readonly PlannedCounts[]): PlanRow[] {
  const row = (label: string, of: (plan: PlannedCounts) => string): PlanRow => {
    const values = plans.map(of);
    return { label, values, isChanged: new Set(values).size > 1 };
  };
  const isSomething = ({ values, isChanged }: PlanRow) =>
    isChanged || (values[0] !== '0' && values[0] !== '');
  const names = [...new Set(plans.flatMap(({ datasets }) => datasets.map(({ name }) => name)))];
  return [
    ...RECEIPT_PARTS.map((part) => row(PLAN_WORDS[part], (plan) => formatCount(plan[part]))),
    ...[
      row('Of the duplicates in conflict', (plan) => formatCount(plan.conflicts)),
      row('Rows there that end', (plan) => formatCount(plan.ended)),
      ...names.map((name) =>
        row(`Columns of ${shownDataset(name)}`, ({ datasets }) =>
          columnWords(datasets.find((it) => it.name === name)),
        ),
      ),
    ].filter(isSomething),
  ];
}

function columnWords(dataset: Dataset | undefined): string {
  if (dataset === undefined) return '';
  if (dataset.created) return 'new dataset';
  const added = dataset.columnsAdded.map((name) => `${name} added`);
  const widened = dataset.columnsWidened.map(({ name, from, to }) => `${name} from ${from} to ${to}`);
  return [...added, ...widened].join(', ');
}
