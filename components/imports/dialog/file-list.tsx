import type { DraftFile } from '../draft/draft-file';
import { FileRow } from './file-row';

type FileListProps = {
  files: readonly DraftFile[];
  withoutBytes: ReadonlySet<string>;
  onRemove: (key: string) => void;
};

const HEADS: ReadonlyArray<[label: string, className: string]> = [
  ['File', 'text-left w-[25%]'],
  ['Size', 'text-right pr-6 w-[9%]'],
  ['Read as', 'text-left'],
  ['Records', 'text-right pr-6 w-[10%]'],
  ['State', 'text-left w-[15%]'],
];

/** The chosen files, also those that are left out: nothing vanishes here either. */
export function FileList({ files, withoutBytes, onRemove }: FileListProps) {
  return (
    <table className="w-full border-collapse max-sm:block">
      <caption className="sr-only">Chosen files</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {HEADS.map(([label, className]) => (
            <th
              key={label}
              scope="col"
              className={`h-8 border-b border-line text-xs font-semibold text-fg-2 ${className}`}
            >
              {label}
            </th>
          ))}
          <th scope="col" className="border-b border-line">
            <span className="sr-only">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {files.map((file) => (
          <FileRow
            key={file.key}
            file={file}
            isWithoutBytes={withoutBytes.has(file.key)}
            onRemove={() => onRemove(file.key)}
          />
        ))}
      </tbody>
    </table>
  );
}
