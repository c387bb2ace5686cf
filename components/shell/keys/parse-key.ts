/** The parts of a keyboard event that matter for shortcuts. */
export type KeyPress = {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/**
 * True when a press is the shortcut, written as `mod+k`, `shift+[`, `?` or `i`. `mod` is Ctrl or ⌘. A key without
 * modifiers does not match while one is held, except Shift where the character needs it (`?`).
 */
export function isKey(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() || '+';
  const wants = (name: string) => parts.includes(name);
  if (wants('mod') !== (press.ctrlKey || press.metaKey)) return false;
  if (wants('alt') !== press.altKey) return false;
  if (wants('shift') && !press.shiftKey) return false;
  if (!wants('shift') && press.shiftKey && /^[a-z]$/i.test(press.key)) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** True for keys that are a single character without Ctrl, ⌘ or Alt; these can be switched off and never act while typing. */
export function isSingleKey(shortcut: string): boolean {
  return !/(^|\+)(mod|alt)\+/.test(shortcut) && shortcut.replace(/^shift\+/, '').length === 1;
}

/** True when the focus is in something that takes text, so single keys belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'range', 'file', 'submit'].includes(target.type)
  );
}
