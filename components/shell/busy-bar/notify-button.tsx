'use client';
import { Bell, BellRing } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useNotifications } from './notifications-context';

const BLOCKED = 'This browser blocks notifications from this address. Allow them in its settings.';

/** Asks the browser, on the press, whether it may tell the end of this import when the tab is in the background. */
export function NotifyButton({ importId, number }: { importId: string; number: number }) {
  const { watched, watch, isSupported } = useNotifications();
  const [isBlocked, setBlocked] = useState(false);
  if (!isSupported) return null;
  const isOn = watched === importId;
  const toggle = async () => {
    if (isOn) return watch(null);
    const permission = await Notification.requestPermission();
    setBlocked(permission !== 'granted');
    if (permission === 'granted') watch(importId);
  };
  const icon = isOn ? BellRing : Bell;
  const label = isOn ? 'Will notify you' : 'Notify me';
  return (
    <>
      <Button
        size={28}
        icon={icon}
        disabledReason={isBlocked ? BLOCKED : undefined}
        aria-label={`${label} when import #${number} ends`}
        onPress={() => void toggle()}
        className="max-sm:hidden"
      >
        {label}
      </Button>
      <IconButton
        icon={icon}
        label={isBlocked ? BLOCKED : `${label} when import #${number} ends`}
        onPress={() => void toggle()}
        className="text-accent! sm:hidden"
      />
    </>
  );
}
