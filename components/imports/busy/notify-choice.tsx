'use client';
import { useState } from 'react';
import { useNotifications } from '@/components/shell/busy-bar/notifications-context';
import { Checkbox } from '@/components/ui/checkbox';

/** Whether this browser tells the end of the import that waits; nothing where browsers cannot. */
export function NotifyChoice({ importId }: { importId: string }) {
  const { watched, watch, isSupported } = useNotifications();
  const [isBlocked, setBlocked] = useState(false);
  if (!isSupported) return null;
  const change = async (isOn: boolean) => {
    if (!isOn) {
      watch(null);
      return;
    }
    const permission = await Notification.requestPermission();
    setBlocked(permission !== 'granted');
    if (permission === 'granted') watch(importId);
  };
  return (
    <div>
      <Checkbox isSelected={watched === importId} onChange={(isOn) => void change(isOn)}>
        Tell me in this browser when it ends
      </Checkbox>
      {isBlocked && (
        <p role="alert" className="text-xs text-danger">
          This browser blocks notifications from this address. Allow them in its settings.
        </p>
      )}
    </div>
  );
}
