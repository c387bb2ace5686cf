import type { Problem } from '@/lib/http/problem';

/** What went wrong, where, and what to do, with the code for scripts and support. */
export function ProblemBlock({ problem }: { problem: Problem }) {
  return (
    <div role="alert" className="flex flex-col gap-1 rounded-card bg-danger-tint px-4 py-3">
      <p className="text-base font-semibold text-danger">{problem.title}</p>
      <p className="text-base break-words whitespace-pre-line">{problem.detail}</p>
      {problem.invalidParams && problem.invalidParams.length > 0 && (
        <ul className="list-disc pl-5 text-sm text-fg-2">
          {problem.invalidParams.map(({ name, reason }) => (
            <li key={`${name} ${reason}`}>
              <span className="font-mono">{name}</span>: {reason}
            </li>
          ))}
        </ul>
      )}
      <p className="font-mono text-xs text-fg-2">
        {problem.status} {problem.code}
        {problem.requestId === undefined ? '' : ` · request ${problem.requestId}`}
      </p>
    </div>
  );
}
