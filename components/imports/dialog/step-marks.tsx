import { Check } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { Step } from '../session/session-state';

const STEPS: ReadonlyArray<{ step: Step; label: string }> = [
  { step: 'files', label: 'Files' },
  { step: 'preview', label: 'Preview and mapping' },
  { step: 'import', label: 'Import' },
];

/** The three steps of an import in the head of the dialog. */
export function StepMarks({ step }: { step: Step }) {
  const current = STEPS.findIndex((it) => it.step === step);
  return (
    <ol
      aria-label="Steps"
      className="flex items-center gap-2 text-sm sm:absolute sm:left-1/2 sm:-translate-x-1/2"
    >
      {STEPS.map(({ step: name, label }, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-2 ${index === current ? 'font-semibold text-fg' : 'text-fg-2 max-sm:hidden'}`}
        >
          {index > 0 && <span aria-hidden="true" className="h-px w-6 bg-line-strong max-sm:hidden" />}
          <StepNumber
            number={index + 1}
            state={index < current ? 'done' : index === current ? 'current' : 'next'}
          />
          {label}
        </li>
      ))}
    </ol>
  );
}

function StepNumber({ number, state }: { number: number; state: 'done' | 'current' | 'next' }) {
  const looks = {
    done: 'border-accent text-accent',
    current: 'border-accent bg-accent text-on-accent',
    next: 'border-line-strong text-fg-2',
  };
  return (
    <span
      className={`flex size-[1.125rem] items-center justify-center rounded-full border text-xs font-semibold ${looks[state]}`}
    >
      {state === 'done' ? (
        <>
          <Icon icon={Check} size={12} />
          <span className="sr-only">Done: </span>
        </>
      ) : (
        number
      )}
    </span>
  );
}
