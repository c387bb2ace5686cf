import type { Metadata } from 'next';
import { CoveragePage } from '@/components/lineage/coverage/coverage-page';

export const metadata: Metadata = { title: 'SQL coverage' };

export default function Page() {
  return <CoveragePage />;
}
