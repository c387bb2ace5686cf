'use client';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Icon } from '@/components/ui/icon';
import type { RowAnswer } from '@/lib/formats/preview/rows/row-table';
import type { PlannedQuestion } from '../../draft/rows/plan-rows';

type QuestionCardProps = {
  planned: PlannedQuestion;
  /** The column it is about, null for the whole file. */
  column: string | null;
  onAnswer: (answer: RowAnswer) => void;
};

/** Something that a guess could get wrong: one sentence, and answers that show what becomes of a real value. */
export function QuestionCard({ planned, column, onAnswer }: QuestionCardProps) {
  const { question, answer, isOpen } = planned;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      data-question={question.id}
      data-open={isOpen}
      className="rounded-card border border-warn/60 bg-warn-tint p-3"
    >
      <h4 id={id} className="flex items-start gap-2 text-base font-normal">
        <Icon icon={CircleAlert} size={16} className="mt-0.5 shrink-0 text-warn" />
        <span className="min-w-0 break-words">
          {column !== null && <b className="font-semibold">{column}: </b>}
          {question.text}
          {!isOpen && answer === null && <span className="text-fg-2"> Settled by your choice.</span>}
        </span>
      </h4>
      <RadioGroup
        aria-labelledby={id}
        value={answer}
        onChange={(chosen) => {
          const found = question.answers.find((it) => it.id === chosen);
          if (found) onAnswer(found);
        }}
        className="mt-2 grid gap-2 sm:grid-cols-3"
      >
        {question.answers.map((it) => (
          <AnswerCard key={it.id} answer={it} />
        ))}
      </RadioGroup>
    </section>
  );
}

function AnswerCard({ answer }: { answer: RowAnswer }) {
  return (
    <Radio
      value={answer.id}
      className="group flex min-w-0 cursor-default items-start gap-2 rounded-control border border-line-strong bg-surface p-2.5 text-sm selected:border-accent selected:ring-1 selected:ring-accent hover:bg-hover focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
    >
      <span className="mt-px flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface group-selected:border-accent">
        <span className="size-2.5 rounded-full group-selected:bg-accent" />
      </span>
      <span className="min-w-0 break-words">
        <b className="block font-semibold">{answer.label}</b>
        <span className="block">{answer.example}</span>
        <span className="block text-xs text-fg-3">{answer.follows}</span>
      </span>
    </Radio>
  );
}
