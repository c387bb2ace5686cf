import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Receipt } from '@/lib/imports/contract';
import { Card } from './card';

/** What was read but leads nowhere: hints that name no object, columns that are not used, empty definitions. */
export function NotesCard({ notes: { count, items } }: { notes: Receipt['notes'] }) {
  if (count === 0) return null;
  const hidden = count - items.length;
  return (
    <Card title="Noted" note={`${countOf(count, 'note')}, no record was rejected for them`}>
      <ul className="flex flex-col gap-2">
        {items.map((note) => (
          <li key={`${note.file} ${note.record} ${note.code} ${note.message}`} className="text-sm">
            <span className="block break-words">{note.message}</span>
            <span className="block text-xs text-fg-2">
              {note.file}
              {note.record === null ? '' : `, record ${formatCount(note.record)}`} · <code>{note.code}</code>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="mt-2 text-sm text-fg-2">
          Showing {formatCount(items.length)} of {formatCount(count)}, {formatCount(hidden)} hidden by the
          limit
        </p>
      )}
    </Card>
  );
}
