import { Download, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useNow } from '@/components/shell/use-now';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { STACKED_ROW, WHOLE_LINE } from '@/components/ui/stacked-row';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import type { listDatasetRejects } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { rejectFileUrl } from '@/lib/imports/reject-file-url';
import { rejectsName } from '@/lib/imports/rejects-name';
import { fixPath, importPath } from '@/lib/navigation/import-path';

type Load = EndpointResponse<typeof listDatasetRejects>['loads'][number];

/** The loads that rejected records: their rejects as files, and the way to correct and import them again. */
export function RejectingLoads({ loads }: { loads: readonly Load[] }) {
  const now = useNow();
  return (
    <ScrollRegion label="Loads that rejected records">
      <Table caption="Loads that rejected records" className="[&_td]:py-1">
        <thead className="max-sm:hidden">
          <tr>
            <HeadCell className="pl-0">Import</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell isNumber>Records</HeadCell>
            <HeadCell>Download</HeadCell>
            <HeadCell>What became of them</HeadCell>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.import} className={STACKED_ROW}>
              <RowHead className="pl-0">
                <Link href={importPath(load.import)} className="text-accent hover:underline">
                  #{load.import}
                </Link>
              </RowHead>
              <Cell className="whitespace-nowrap text-fg-2">
                {load.owner.name},{' '}
                <span title={formatFullTime(new Date(load.at))}>
                  {now && formatTimeAgo(new Date(load.at), now)}
                </span>
              </Cell>
              <Cell isNumber className="font-semibold">
                {formatCount(rejectedBy(load))}
                <span className="font-normal sm:hidden">
                  {' '}
                  {rejectedBy(load) === 1 ? 'record' : 'records'}
                </span>
              </Cell>
              <Cell className={WHOLE_LINE}>
                <span className="flex flex-wrap gap-2">
                  {load.files.map((file) => (
                    <a
                      key={file.name}
                      href={rejectFileUrl(String(load.import), file.name)}
                      download
                      className={buttonStyle('secondary', 28)}
                    >
                      <Icon icon={Download} size={14} />
                      {rejectsName(file.name)}
                      <span className="font-normal text-fg-3 tabular">{formatCount(file.rejected)}</span>
                    </a>
                  ))}
                </span>
              </Cell>
              <Cell className={`${WHOLE_LINE} sm:whitespace-nowrap`}>
                <Fate load={load} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

const rejectedBy = ({ files }: Load) => files.reduce((sum, file) => sum + file.rejected, 0);

/** What was rolled back has to be imported as a whole; everything else can be corrected. */
function Fate({ load: { import: number, children, rolledBackBy } }: { load: Load }) {
  if (rolledBackBy !== null)
    return (
      <>
        rolled back in <ImportLink number={rolledBackBy} />
      </>
    );
  return (
    <span className="flex items-center gap-3 max-sm:flex-wrap">
      <ButtonLink href={fixPath(number)} size={28} icon={PencilLine}>
        Fix and re-import
      </ButtonLink>
      {children.length > 0 && (
        <span className="text-fg-2">
          came again in{' '}
          {children.map((child, index) => (
            <span key={child}>
              {index > 0 && ', '}
              <ImportLink number={child} />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

function ImportLink({ number }: { number: number }) {
  return (
    <Link href={importPath(number)} className="text-accent hover:underline">
      #{number}
    </Link>
  );
}
