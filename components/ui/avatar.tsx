import { avatarColour, initials } from './avatar-colour';
import { classNames } from './class-names';

type AvatarProps = {
  name: string;
  size?: 20 | 24;
  /** Ring of the person whose import runs. */
  hasRing?: boolean;
  /** The name is written beside it, so screen readers need not hear it twice. */
  isDecorative?: boolean;
};

/** A person: initials on a colour that stays the same for the same name. */
export function Avatar({ name, size = 24, hasRing, isDecorative }: AvatarProps) {
  const slot = avatarColour(name);
  return (
    <span
      {...(isDecorative === true ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      title={name}
      style={{ background: `var(--avatar-${slot})`, color: `var(--avatar-${slot}-text)` }}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        size === 24 ? 'size-6 text-xs' : 'size-5 text-[0.5625rem]',
        hasRing === true && 'outline-2 outline-offset-2 outline-accent',
      )}
    >
      {initials(name)}
    </span>
  );
}
