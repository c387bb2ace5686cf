import { describe, expect, it } from 'vitest';
import { canvasCommand } from './canvas-command';

const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}, areLettersOn = true) =>
  canvasCommand(
    { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more },
    areLettersOn,
  );

describe('keys on a card', () => {
  it.each([
    ['ArrowLeft', {}, { do: 'arrow', key: 'ArrowLeft' }],
    ['ArrowLeft', { shiftKey: true }, { do: 'pan', dx: 80, dy: 0 }],
    ['Enter', {}, { do: 'focus' }],
    [' ', {}, { do: 'select' }],
    ['X', {}, { do: 'expand' }],
    ['l', {}, { do: 'lines' }],
  ] as const)('%s %j', (key, more, command) => {
    expect(press(key, more)).toEqual(command);
  });

  it('leave what is not theirs alone', () => {
    const others = [press('Tab'), press('q'), press('Escape'), press('x', { ctrlKey: true })];
    expect(others).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are quiet when single letters are switched off, but not the arrows', () => {
    expect([press('x', {}, false), press(' ', {}, false)]).toEqual([undefined, { do: 'select' }]);
  });
});
