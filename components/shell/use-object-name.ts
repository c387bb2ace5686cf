import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { schemasQuery } from '@/lib/catalog/queries';
import { fullObjectName, objectName } from '@/lib/navigation/object-name';
import { useSnapshot } from './snapshot-context';

type Named = { database: string; schema: string; name: string };

/** How addresses call an object: `Sales.vSalesPerson`, with the database in front when the snapshot has several. */
export function useObjectName(): (object: Named) => string {
  const { snapshot } = useSnapshot();
  const { data } = useQuery({
    ...schemasQuery({ snapshot: snapshot ?? undefined }),
    enabled: typeof snapshot === 'number',
  });
  const hasDatabases = data?.items.some((item) => item.database !== data.items[0]?.database) === true;
  return useCallback(
    (object) => (hasDatabases ? fullObjectName(object) : objectName(object)),
    [hasDatabases],
  );
}
