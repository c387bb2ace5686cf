'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useIdentity } from '@/components/shell/identity';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { useOwnImports } from '@/components/shell/own-imports';
import { focusPageTitle } from '@/components/shell/use-title-focus';
import { useAnnounce } from '@/components/ui/announcer';
import { Dialog } from '@/components/ui/dialog';
import { BusyDialog } from '../busy/busy-dialog';
import { useTargets } from '../mapping/rows/use-targets';
import { StepPreview } from '../mapping/step-preview';
import { StepImport, useSessionImport } from '../progress/step-import';
import type { Step } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { isOver } from '../text/import-state';
import { importTitle } from '../text/import-words';
import { DialogFoot } from './dialog-foot';
import { StepFiles } from './step-files';
import { StepMarks } from './step-marks';
import { useNavigated } from './use-navigated';
import { useOpened } from './use-opened';
import { WindowDrop } from './window-drop';

const WIDTHS = { files: 'lg', preview: 'xxl', import: 'ml' } as const satisfies Record<Step, string>;

/** The one import dialog of the page: choose files, look and map, import. Closing it never ends an import. */
export function ImportDialog() {
  const { isOpen, handedFiles, open, close, clearHandedFiles } = useImportDialog();
  const { session, state } = useImportSession();
  const { name } = useIdentity();
  const announce = useAnnounce();
  const import_ = useSessionImport();
  const title = useRef<HTMLHeadingElement>(null);
  const step = state.step;
  const isBusy = state.busy !== null && state.start !== 'started';

  useTargets(isOpen);

  const addFiles = (files: readonly File[]) => announce(session.addFiles(files));
  const closeDialog = () => {
    close();
    if (state.start === 'started') session.reset();
  };

  useEffect(() => {
    if (name !== undefined) session.setChoices({ ownerName: name });
  }, [name, session]);

  // Opened again after the started import was left to the server: a new one.
  useOpened(isOpen, () => {
    if (session.state().start === 'started') session.reset();
  });

  useEffect(() => {
    if (handedFiles.length === 0) return;
    clearHandedFiles();
    if (session.state().start !== 'idle') {
      announce('No file taken. Wait until this import has started.');
      return;
    }
    session.goTo('files');
    announce(session.addFiles(handedFiles));
  }, [handedFiles, clearHandedFiles, session, announce]);

  // The bar says "you" for it, also without a name and after a reload.
  const { remember } = useOwnImports();
  const rememberOwn = useEffectEvent(remember);
  const startedId = state.start === 'started' || state.start === 'busy' ? state.draft?.import.id : undefined;
  useEffect(() => {
    if (startedId !== undefined) rememberOwn(startedId);
  }, [startedId]);

  // Step 1 begins on its button, the others on the title; so does the end, which takes the buttons away.
  const isAtEnd = import_ !== undefined && isOver(import_.state);
  useEffect(() => {
    if (isOpen && !isBusy && (step !== 'files' || isAtEnd)) title.current?.focus();
  }, [isOpen, isBusy, step, isAtEnd]);

  useNavigated(() => {
    if (!isOpen) return;
    closeDialog();
    // A closing dialog gives the focus back to what opened it in the next frame; the new page comes after that.
    requestAnimationFrame(() => requestAnimationFrame(focusPageTitle));
  });

  return (
    <>
      <BusyDialog
        isOpen={isOpen && isBusy}
        onClose={() => {
          close();
          session.dismissBusy();
        }}
      />
      <Dialog
        isOpen={isOpen && !isBusy}
        onClose={closeDialog}
        title={step === 'import' && import_?.number != null ? importTitle(import_) : 'Import files'}
        titleRef={title}
        head={<StepMarks step={step} />}
        width={WIDTHS[step]}
        closesOnScrim={step !== 'preview'}
        foot={<DialogFoot onClose={closeDialog} />}
      >
        {step === 'files' && <StepFiles onFiles={addFiles} />}
        {step === 'preview' && <StepPreview asksName={name === undefined} />}
        {step === 'import' && <StepImport />}
      </Dialog>
      <WindowDrop
        accepts={state.start === 'idle' && (!isOpen || step === 'files')}
        refusal={
          state.start === 'idle' ? 'Go back to Files to add more' : 'Wait until this import has started'
        }
        onFiles={(files) => open(files)}
      />
    </>
  );
}
