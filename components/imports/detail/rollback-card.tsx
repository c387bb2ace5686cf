'use client';
import Link from 'next/link';
import type { Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { Card } from './card';
import { RollbackButton } from './rollback-button';
import { RollbackCounts } from './rollback-counts';

/** What rolling this import back would do; or what this roll back did. */
export function RollbackCard({ import: import_ }: { import: Import }) {
  const { receipt, rolledBackBy, rollsBack, number } = import_;
  if (receipt?.rollback) {
    return (
      <Card title={`Roll back of #${rollsBack}`}>
        <RollbackCounts outcome={receipt.rollback} tense="was" />
        <p className="mt-2 text-sm text-fg-2">
          <Link href={importPath(rollsBack ?? '')} className="text-accent underline">
            #{rollsBack}
          </Link>{' '}
          and its receipt stay readable.
        </p>
      </Card>
    );
  }
  if (rolledBackBy !== null) {
    return (
      <Card title="Rolled back">
        <p className="text-sm text-fg-2">
          By{' '}
          <Link href={importPath(rolledBackBy)} className="text-accent underline">
            #{rolledBackBy}
          </Link>
          . Snapshot #{number} and this receipt stay readable.
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={`If you roll back #${number}`}
      actions={<RollbackButton import={import_} label="Preview" size={28} variant="secondary" />}
    >
      <p className="text-sm text-fg-2">
        Rows that it created go, rows that it changed get their earlier values, rows that changed later stay.
        The result is a new snapshot; #{number} and this receipt stay readable.
      </p>
    </Card>
  );
}
