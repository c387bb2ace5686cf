'use client';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SqlViewer } from '@/components/ui/sql-viewer/sql-viewer';
import { showToast } from '@/components/ui/toast';
import { SQL_SERVER_EXTRACT } from './sql-server-extract';

/** Copies the extract script; where the browser does not let a page copy, it shows the text to select. */
export function CopyQueryButton() {
  const [isShown, setShown] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(SQL_SERVER_EXTRACT);
      showToast('Query copied');
    } catch {
      // No clipboard without https or permission.
      setShown(true);
    }
  };
  return (
    <>
      <div className="flex shrink-0 gap-2">
        <Button variant="ghost" size={28} onPress={() => setShown(true)}>
          Show it
        </Button>
        <Button size={28} icon={Copy} onPress={() => void copy()}>
          Copy the query
        </Button>
      </div>
      <Dialog isOpen={isShown} onClose={() => setShown(false)} title="Extract from SQL Server" width="lg">
        <SqlViewer text={SQL_SERVER_EXTRACT} label="Extract from SQL Server" className="max-h-[70dvh]" />
      </Dialog>
    </>
  );
}
