import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { resumeImport } from '@/lib/imports/draft-contract';
import { resumeImport as resume } from '@/lib/imports/server/pause/resume-import';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const POST = route(resumeImport, ({ params }) => resume(params.id));

export { preflight as OPTIONS };
