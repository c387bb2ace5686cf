import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { RunningMark } from '@/components/ui/running-mark';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { FileLine } from './file-progress';

/** The files of a running import, each with where it is. */
export function FileProgressList({ lines }: { lines: readonly FileLine[] }) {
  return (
    <table className="w-full border-separate border-spacing-0 rounded-card border border-line text-base">
      <caption className="sr-only">Files of this import</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">File</th>
          <th scope="col">Read as</th>
          <th scope="col">Amount</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id} className={line.state === 'current' ? 'bg-accent-tint' : ''}>
            <th scope="row" className={`${edge(index)} px-3 py-2 text-left font-normal`}>
              <span className="flex items-center gap-2" title={line.name}>
                <Mark state={line.state} />
                {shortenMiddle(line.name, 36)}
              </span>
            </th>
            <td className={`${edge(index)} px-3 text-sm text-fg-2 max-sm:hidden`}>{line.role}</td>
            <td className={`${edge(index)} px-3 text-sm text-fg-2 tabular max-sm:hidden`}>{line.amount}</td>
            <td
              className={`${edge(index)} px-3 text-right text-sm tabular ${line.state === 'stopped' ? 'text-danger' : 'text-fg-2'}`}
            >
              {line.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const edge = (index: number) => (index === 0 ? '' : 'border-t border-line');

function Mark({ state }: { state: FileLine['state'] }) {
  switch (state) {
    case 'done':
      return <Icon icon={CircleCheck} size={14} className="text-ok" />;
    case 'current':
      return (
        <span className="text-accent">
          <RunningMark size={14} />
        </span>
      );
    case 'stopped':
      return <Icon icon={CircleAlert} size={14} className="text-danger" />;
    case 'next':
      return <Icon icon={CircleDashed} size={14} className="text-fg-3" />;
  }
}
