import type { Metadata } from 'next';
import { DatasetPage } from '@/components/datasets/dataset-page';
import { shownDataset } from '@/lib/navigation/dataset-path';

type Props = { params: Promise<{ name: string }> };

const nameOf = async ({ params }: Props) => decodeURIComponent((await params).name);

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: shownDataset(await nameOf(props)) };
}

export default async function Page(props: Props) {
  return <DatasetPage name={await nameOf(props)} />;
}
