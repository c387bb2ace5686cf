import type { Metadata } from 'next';
import { ChooseObject } from '@/components/catalog/choose-object';

export const metadata: Metadata = { title: 'Lineage' };

export default function LineagePage() {
  return <ChooseObject />;
}
