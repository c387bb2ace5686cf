import { describe, expect, it } from 'vitest';
import { avatarColour, initials } from './avatar-colour';

describe('initials', () => {
  it.each([
    ['Anna Lind', 'AL'],
    ['anna', 'AN'],
    ['Tomás de la Ortega', 'TO'],
    ['x', 'X'],
    ['  marek.dvorak ', 'MD'],
    ['👩‍💻 Lee', '👩L'],
  ])('%s gives %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('avatarColour', () => {
  it('is stable, ignores case and stays in 1..6', () => {
    expect(avatarColour('Anna')).toBe(avatarColour(' anna '));
    const seen = new Set(Array.from({ length: 200 }, (_, i) => avatarColour(`person ${i}`)));
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
