'use client';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Switch } from '@/components/ui/switch';
import { useShellOverlays } from '../shell-overlays';
import { useAllKeyHints } from './key-hints-context';
import { useSingleKeys } from './use-shortcuts';

/** The list of keys that work on this page. */
export function KeyListDialog() {
  const { isKeyListOpen, setKeyListOpen } = useShellOverlays();
  const groups = useAllKeyHints();
  const [areSingleKeysOn, setSingleKeys] = useSingleKeys();
  return (
    <Dialog
      isOpen={isKeyListOpen}
      onClose={() => setKeyListOpen(false)}
      title="List of keys"
      foot={<Switch label="Single-letter keys" isSelected={areSingleKeysOn} onChange={setSingleKeys} />}
    >
      <div className="gap-x-8 px-5 pt-4 sm:columns-2">
        {inOrder(groups).map(([where, hints]) => (
          <section key={where} className="break-inside-avoid pb-5">
            <h3 className="pb-1 text-sm font-semibold text-fg-2">{where}</h3>
            <dl>
              {hints.map(({ keys, does }) => (
                <div
                  key={does}
                  className="flex min-h-7 items-center justify-between gap-3 border-b border-line text-sm last:border-0"
                >
                  <dt className="order-2 flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Groups as they came, with the keys that work everywhere first. */
function inOrder<T>(groups: ReadonlyMap<string, T>): Array<[string, T]> {
  return [...groups].sort(([a], [b]) => Number(b === 'Everywhere') - Number(a === 'Everywhere'));
}
