import type { Diagnostic } from '@/lib/lineage/contract';
import { diagnosticWords } from '@/lib/lineage/coverage/diagnostic-words';
import { SeverityIcon } from '../coverage/severity-icon';

type DiagnosticListProps = {
  diagnostics: readonly Diagnostic[];
  /** Opens the SQL text at the place. */
  onOpen: (span: Diagnostic['span']) => void;
};

/** What was met in a definition: what, at which line, why, and, once for each kind, what helps. */
export function DiagnosticList({ diagnostics, onOpen }: DiagnosticListProps) {
  if (diagnostics.length === 0) return null;
  return (
    <ul aria-label="Diagnostics" className="flex flex-col gap-2">
      {diagnostics.map(({ code, severity, message, span }, index) => {
        const { title, advice } = diagnosticWords(code);
        const isFirst = diagnostics.findIndex((one) => one.code === code) === index;
        const { start, end } = span;
        return (
          <li
            key={`${code} ${message} ${start.line} ${start.column} ${end.line} ${end.column}`}
            className="flex items-start gap-2"
          >
            <SeverityIcon severity={severity} />
            <span className="min-w-0 break-words">
              <button
                type="button"
                onClick={() => onOpen(span)}
                className="cursor-default rounded-tag text-left font-medium text-accent hover:underline"
              >
                {title},{' '}
                {start.line === end.line ? `line ${start.line}` : `lines ${start.line} to ${end.line}`}
              </button>{' '}
              {message}
              {isFirst && <span className="text-fg-2"> {advice}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
