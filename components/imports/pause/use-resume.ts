import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { Import } from '@/lib/imports/contract';
import { resumeImport } from '@/lib/imports/draft-contract';
import { importKeys } from '@/lib/imports/queries';

/** Lets a paused import go on. */
export function useResume(import_: Import | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (import_ !== undefined) await apiFetch(resumeImport, { params: { id: import_.id }, body: {} });
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  });
}
