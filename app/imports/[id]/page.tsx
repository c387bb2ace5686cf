import type { Metadata } from 'next';
import { ImportPage } from '@/components/imports/detail/import-page';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: /^\d+$/.test(id) ? `Import #${id}` : 'Import' };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  return <ImportPage id={id} />;
}
