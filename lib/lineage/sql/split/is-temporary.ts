import type { Statement } from '../statement';

/** Does a statement make something that is gone after its session? What Oracle calls global temporary stays. */
export function isTemporary({ target, tokens }: Statement): boolean {
  const last = target?.name.at(-1) ?? '';
  const words = tokens.slice(1, 4).map(({ upper }) => upper);
  const says = words.findIndex((word) => /^TEMP(?:ORARY)?$/.test(word));
  return /^[#@]/.test(last) || (says !== -1 && words[says - 1] !== 'GLOBAL');
}
