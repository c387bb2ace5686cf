import type { PlannedCounts } from '@/lib/imports/pause';
import { planRows } from './plan-rows';

type PlanTableProps = { caption: string; plans: ReadonlyArray<{ title: string; counts: PlannedCounts }> };

/** What an import would do, in one column for each time it was counted; rows that differ are marked. */
export function PlanTable({ caption, plans }: PlanTableProps) {
  const rows = planRows(plans.map((plan) => plan.counts));
  return (
    <table className="w-full max-w-2xl border-collapse text-base">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-fg-2">
          <th scope="col" className="px-2 py-1.5 text-left font-semibold">
            Records
          </th>
          {plans.map(({ title }) => (
            <th key={title} scope="col" className="px-2 py-1.5 text-right font-semibold">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values, isChanged }) => (
          <tr key={label} className={`border-b border-line ${isChanged ? 'bg-warn-tint font-semibold' : ''}`}>
            <th
              scope="row"
              className={`px-2 py-1.5 text-left break-words ${isChanged ? 'font-semibold' : 'font-normal'}`}
            >
              {label}
              {isChanged && <span className="text-sm font-normal text-warn"> changed</span>}
            </th>
            {values.map((value, index) => (
              <td key={plans[index]?.title} className="px-2 py-1.5 text-right break-words tabular">
                {value === '' ? 'none' : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
