'use client';
import type { ReactNode } from 'react';
import { ToastRegion } from '@/components/ui/toast';

/** The frame of every page. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <ToastRegion />
    </>
  );
}
