import { Check } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { CurrentJob } from '@/lib/imports/contract';

const STEPS = [
  { phase: 'upload', label: 'Upload' },
  { phase: 'check', label: 'Check' },
  { phase: 'publish', label: 'Publish' },
] as const;

/** Upload, Check, Publish: what is done, what runs with its percent, what comes. */
export function PhaseSteps({ phase, percent }: Pick<CurrentJob, 'phase' | 'percent'>) {
  const current = phase === 'done' ? STEPS.length : STEPS.findIndex((step) => step.phase === phase);
  return (
    <span className="flex h-6 shrink-0 items-center gap-3 rounded-full bg-surface px-3 text-sm max-md:hidden">
      {STEPS.map((step, index) => {
        if (index < current) {
          return (
            <span key={step.phase} className="flex items-center gap-1 text-fg-2">
              <Icon icon={Check} size={14} className="text-ok" />
              {step.label}
              <span className="sr-only"> done</span>
            </span>
          );
        }
        if (index === current) {
          return (
            <span key={step.phase} className="flex items-center gap-1.5 font-semibold text-accent tabular">
              <span className="size-2 rounded-full bg-accent outline-3 outline-accent-tint-2" />
              {step.label} {Math.floor(percent)} %
            </span>
          );
        }
        return (
          <span key={step.phase} className="text-fg-2">
            {step.label}
          </span>
        );
      })}
    </span>
  );
}
