'use client';
import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextField } from '@/components/ui/text-field';
import { DisplayName } from '@/lib/identity/owner';
import { useIdentity } from './identity';
import { useShellOverlays } from './shell-overlays';
import { currentTheme, setTheme, type Theme } from './theme';

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies ReadonlyArray<{ value: Theme; label: string }>;

/** The own avatar: display name, theme, list of keys. */
export function AccountMenu() {
  const { name } = useIdentity();
  return (
    <Popover
      label="You and this browser"
      trigger={
        <AriaButton
          aria-label={name === undefined ? 'Your name and theme' : `${name}: your name and theme`}
          className="flex size-8 shrink-0 items-center justify-center rounded-full pointer-coarse:size-11"
        >
          {name === undefined ? (
            <Icon icon={CircleUserRound} size={20} className="text-fg-2" />
          ) : (
            <Avatar name={name} isDecorative />
          )}
        </AriaButton>
      }
    >
      {(close) => <AccountPanel onDone={close} />}
    </Popover>
  );
}

function AccountPanel({ onDone }: { onDone: () => void }) {
  const identity = useIdentity();
  const { setKeyListOpen } = useShellOverlays();
  const [name, setName] = useState(identity.name ?? '');
  const [theme, setShownTheme] = useState(currentTheme);
  const parsed = name.trim() === '' ? undefined : DisplayName.safeParse(name);
  const error = parsed?.success === false ? parsed.error.issues[0]?.message : undefined;
  return (
    <div className="flex w-72 flex-col gap-4 p-4">
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (error !== undefined) return;
          identity.setName(name);
          onDone();
        }}
      >
        <TextField
          label="Display name"
          value={name}
          onChange={setName}
          maxLength={80}
          error={error}
          hint="Unverified: others see it as typed. Kept in this browser."
        />
        <Button type="submit" size={28} className="self-start">
          Save name
        </Button>
      </form>
      <div className="flex flex-col gap-1.5 border-t border-line pt-3">
        <span className="text-sm font-medium text-fg-2">Theme</span>
        <SegmentedControl
          label="Theme"
          value={theme}
          options={THEMES}
          onChange={(next) => {
            setTheme(next);
            setShownTheme(next);
          }}
        />
      </div>
      <Button
        variant="ghost"
        size={28}
        className="-ml-2 self-start"
        onPress={() => {
          onDone();
          setKeyListOpen(true);
        }}
      >
        List of keys
      </Button>
    </div>
  );
}
