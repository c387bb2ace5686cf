import { redirect } from 'next/navigation';
import { FirstRun } from '@/components/first-run/first-run';
import { LoadSampleButton } from '@/components/imports/sample/load-sample-button';
import { listSnapshots } from '@/lib/catalog/server/list-snapshots';
import { settings } from '@/lib/config/read-settings';

export default async function HomePage() {
  const { total } = await listSnapshots({ limit: 1 });
  if (total > 0) redirect('/lineage');
  return <FirstRun maxFileSizeBytes={settings().MAX_FILE_SIZE_BYTES} sample={<LoadSampleButton />} />;
}
