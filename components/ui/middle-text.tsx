'use client';
import { useLayoutEffect, useRef, useState } from 'react';

type MiddleTextProps = { text: string; className?: string };

/** Names that begin alike often differ at their end. */
const TAIL = 7;

/** A long name that is shortened in the middle when there is no room, with its full text on hover and for screen readers. */
export function MiddleText({ text, className }: MiddleTextProps) {
  const room = useRef<HTMLSpanElement>(null);
  const full = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(text);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text node changes with the text
  useLayoutEffect(() => {
    const [box, whole] = [room.current, full.current?.firstChild];
    if (!box || !(whole instanceof Text)) return;
    const cut = () => setShown(fitMiddle(whole, box.clientWidth, fontSize(box)));
    const observer = new ResizeObserver(cut);
    cut();
    observer.observe(box);
    return () => observer.disconnect();
  }, [text]);

  return (
    <span ref={room} title={text} className={`relative min-w-0 ${className ?? ''}`}>
      <span ref={full} className="sr-only">
        {text}
      </span>
      <span aria-hidden="true" className="block truncate">
        {shown}
      </span>
    </span>
  );
}

const fontSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);

/** The text as it fits into `room` px: whole, or its beginning and its end with dots between. */
function fitMiddle(node: Text, room: number, dots: number): string {
  const text = node.data;
  const range = document.createRange();
  const width = (from: number, to: number) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect().width;
  };
  if (room === 0 || width(0, text.length) <= room) return text;
  const letters = [...text];
  if (letters.length <= TAIL + 1) return text;
  const tail = letters.slice(-TAIL).join('');
  const left = room - dots - width(text.length - tail.length, text.length);
  let head = '';
  for (const letter of letters.slice(0, -TAIL)) {
    if (width(0, head.length + letter.length) > left) break;
    head += letter;
  }
  return head === '' ? text : `${head}…${tail}`;
}
