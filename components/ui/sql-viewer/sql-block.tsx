'use client';
import { useEffect, useRef, useState } from 'react';
import { spanOnLine, type TextSpan } from './mark-line';
import { SqlLine } from './sql-line';
import type { SqlToken } from './sql-token';

type SqlBlockProps = {
  /** Number of the first line here. */
  first: number;
  lines: readonly SqlToken[][];
  spans: readonly TextSpan[];
  marked: ReadonlySet<number>;
  /** Lines with a pale bar. */
  inside: ReadonlySet<number>;
  isFirst: boolean;
};

const lengthOf = (tokens: readonly SqlToken[]) => tokens.reduce((sum, token) => sum + token.text.length, 0);
const joined = (tokens: readonly SqlToken[]): SqlToken[] => {
  const text = tokens.map((token) => token.text).join('');
  return text === '' ? [] : [{ text, role: null }];
};

/** A run of lines. It stays plain, but complete, until it comes near the view: colours cost one element each. */
export function SqlBlock({ first, lines, spans, marked, inside, isFirst }: SqlBlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(isFirst);
  useEffect(() => {
    const element = box.current;
    if (element === null || isNear) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div ref={box}>
      {lines.map((tokens, index) => {
        const number = first + index;
        const length = lengthOf(tokens);
        return (
          <SqlLine
            key={number}
            number={number}
            tokens={isNear ? tokens : joined(tokens)}
            isMarked={marked.has(number)}
            isInside={inside.has(number)}
            ranges={spans.flatMap((span) => spanOnLine(span, number, length) ?? [])}
          />
        );
      })}
    </div>
  );
}
