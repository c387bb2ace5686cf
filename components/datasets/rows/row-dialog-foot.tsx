import { History } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** The foot of a dialog about a row. `onHistory` opens its history; null where no key tells which row it is. */
export function RowDialogFoot({
  onClose,
  onHistory,
}: {
  onClose: () => void;
  onHistory: (() => void) | null;
}) {
  return (
    <div className="flex flex-1 justify-end gap-2">
      {onHistory && (
        <Button icon={History} onPress={onHistory}>
          Row history
        </Button>
      )}
      <Button variant="primary" onPress={onClose}>
        Close
      </Button>
    </div>
  );
}
