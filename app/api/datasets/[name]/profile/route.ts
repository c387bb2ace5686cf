import { profileDataset } from '@/lib/datasets/contract';
import { profileDataset as profile } from '@/lib/datasets/server/profile-dataset';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(profileDataset, ({ params, query }, { signal }) =>
  profile(params.name, query, signal),
);

export { preflight as OPTIONS };
