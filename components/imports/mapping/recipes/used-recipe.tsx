import { BookMarked } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { shownDataset } from '@/lib/navigation/dataset-path';
import type { DraftFile } from '../../draft/draft-file';
import { useImportSession } from '../../session/use-import-session';

type UsedRecipeProps = { fileKey: string; recipe: NonNullable<DraftFile['recipe']> };

/** Says by which recipe a file is read, and takes that back. */
export function UsedRecipe({ fileKey, recipe: { dataset, version } }: UsedRecipeProps) {
  const { session } = useImportSession();
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-sm text-fg-2">
      <Icon icon={BookMarked} size={16} className="text-accent" />
      <span>
        Read by recipe “{shownDataset(dataset)}” v{version}. All of it can be changed.
      </span>
      <Button variant="link" size={28} onPress={() => session.takeBackRecipe(fileKey)}>
        Read it as it was found
      </Button>
    </p>
  );
}
