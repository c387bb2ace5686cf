'use client';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { exportRows } from '@/lib/datasets/contract';
import { endpointUrl } from '@/lib/http/api-fetch';

type ExportMenuProps = { name: string; snapshot: number; sort: string; filter: string };

const FORMATS = [
  { label: 'CSV', hint: 'every value as it is', query: { format: 'csv' } },
  {
    label: 'CSV for spreadsheets',
    hint: 'nothing is taken for a formula',
    query: { format: 'csv', safe: 'true' },
  },
  { label: 'Parquet', hint: 'with types', query: { format: 'parquet' } },
  { label: 'JSON', hint: 'one array', query: { format: 'json' } },
  { label: 'NDJSON', hint: 'one object per line', query: { format: 'ndjson' } },
] as const;

/** Downloads the rows as they are shown: of this snapshot, filtered and sorted. */
export function ExportMenu({ name, snapshot, sort, filter }: ExportMenuProps) {
  const view = { snapshot, ...(sort === '' ? {} : { sort }), ...(filter === '' ? {} : { filter }) };
  return (
    <Popover label="Export" trigger={<Button icon={Download}>Export</Button>}>
      {(close) => (
        <ul className="w-64 p-1">
          {FORMATS.map(({ label, hint, query }) => (
            <li key={label}>
              <a
                href={endpointUrl(exportRows, { params: { name }, query: { ...view, ...query } })}
                download
                onClick={close}
                className="focus-inset flex min-h-10 flex-col justify-center rounded-control px-3 py-1 hover:bg-hover"
              >
                <span className="text-base">{label}</span>
                <span className="text-xs text-fg-3">{hint}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
