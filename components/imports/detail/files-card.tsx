import { Check, File as FileShape, FileSpreadsheet } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { formatCount } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { Import } from '@/lib/imports/contract';
import { roleWords } from '../draft/role-words';
import { isBalanced, type PartCounts, RECEIPT_PARTS } from '../receipt/receipt-parts';
import { Card } from './card';

/** Each file with its part of the receipt; every row adds up, and so does the sum. */
export function FilesCard({ import: import_ }: { import: Import }) {
  const receipt = import_.receipt;
  const heads = receipt ? ['Read', ...RECEIPT_PARTS.map(capitalised), 'Adds up'] : ['Size'];
  return (
    <Card title="Files">
      <ScrollRegion label="Files with their counts" className="-mx-4 -mb-3 rounded-b-card">
        <Table
          caption="Files of the import"
          className="[&_td:last-child]:pr-4 [&_th:first-child]:pl-4 [&_th:last-child]:pr-4"
        >
          <thead>
            <tr>
              <HeadCell>File</HeadCell>
              <HeadCell>Read as</HeadCell>
              {heads.map((head) => (
                <HeadCell key={head} isNumber>
                  {head}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {import_.files.map((file, index) => {
              const counts = receipt?.files[index];
              return (
                <tr key={file.id}>
                  <RowHead>
                    <span className="flex items-center gap-2 whitespace-nowrap" title={file.name}>
                      <Icon icon={file.format === 'csv' ? FileSpreadsheet : FileShape} size={14} />
                      {shortenMiddle(file.name, 40)}
                    </span>
                  </RowHead>
                  <Cell className="whitespace-nowrap text-fg-2">
                    {file.role ? roleWords(file.role) : 'not recognised'}
                  </Cell>
                  {counts ? (
                    <Counts counts={counts} />
                  ) : (
                    <Cell isNumber className="whitespace-nowrap">
                      {formatBytes(file.size)}
                    </Cell>
                  )}
                </tr>
              );
            })}
          </tbody>
          {receipt && import_.files.length > 1 && (
            <tfoot className="bg-sunken font-semibold [&_td]:border-b-0">
              <tr>
                <th scope="row" colSpan={2} className="h-7 px-2 text-left">
                  All {import_.files.length} files
                </th>
                <Counts counts={receipt} />
              </tr>
            </tfoot>
          )}
        </Table>
      </ScrollRegion>
    </Card>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function Counts({ counts }: { counts: PartCounts }) {
  const adds = isBalanced(counts);
  return (
    <>
      <Cell isNumber>{formatCount(counts.read)}</Cell>
      {RECEIPT_PARTS.map((part) => (
        <Cell
          key={part}
          isNumber
          className={
            counts[part] === 0 ? 'text-fg-3!' : part === 'rejected' ? 'font-semibold text-danger!' : ''
          }
        >
          {formatCount(counts[part])}
        </Cell>
      ))}
      <Cell isNumber>
        <span className={`inline-flex align-middle ${adds ? 'text-ok' : 'text-danger'}`}>
          {adds ? <Icon icon={Check} size={14} /> : '≠'}
          <span className="sr-only">{adds ? 'adds up' : 'does not add up'}</span>
        </span>
      </Cell>
    </>
  );
}
