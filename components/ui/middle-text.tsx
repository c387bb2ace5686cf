type MiddleTextProps = { text: string; className?: string };

const TAIL = 7;

/** A long name that is shortened in the middle when there is no room, with its full text on hover and for screen readers. */
export function MiddleText({ text, className }: MiddleTextProps) {
  const letters = [...text];
  const cut = letters.length - (letters.length > 2 * TAIL ? TAIL : 0);
  return (
    <span title={text} className={`flex min-w-0 ${className ?? ''}`}>
      <span className="truncate">{letters.slice(0, cut).join('')}</span>
      {cut < letters.length && <span className="shrink-0">{letters.slice(cut).join('')}</span>}
    </span>
  );
}
