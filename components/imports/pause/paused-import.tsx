'use client';
import { Button } from '@/components/ui/button';
import type { Import } from '@/lib/imports/contract';
import type { Pause } from '@/lib/imports/pause';
import { CancelImportButton } from '../progress/cancel-import-button';
import { PauseQuestion } from './pause-question';
import { useResume } from './use-resume';

/** The question of a paused import on its page; its owner answers here. */
export function PausedImport(props: { import: Import; pause: Pause; isOwn: boolean }) {
  const resume = useResume(props.import);
  return (
    <PauseQuestion {...props}>
      {props.isOwn && (
        <div className="flex flex-wrap gap-2 max-sm:flex-col">
          <Button variant="primary" isBusy={resume.isPending} onPress={() => resume.mutate()}>
            Go on
          </Button>
          <CancelImportButton import={props.import} isOwn snapshot={null} />
        </div>
      )}
      {resume.isError && (
        <p role="alert" className="text-sm text-danger">
          {resume.error.message}
        </p>
      )}
    </PauseQuestion>
  );
}
