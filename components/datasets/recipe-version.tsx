import { Check } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { useNow } from '@/components/shell/use-now';
import { Pill } from '@/components/ui/pill';
import { countOf } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { SavedRecipe } from '@/lib/imports/recipe';
import { type RecipeFact, recipeChanges, recipeFacts } from '@/lib/imports/recipe-words';
import { importPath } from '@/lib/navigation/import-path';

type RecipeVersionProps = {
  item: SavedRecipe;
  /** The version before of the same header, to tell what changed. */
  before: SavedRecipe | undefined;
};

/** One version of a recipe: from which import, what it changed, and all that it says. */
export function RecipeVersion({ item, before }: RecipeVersionProps) {
  const headingId = useId();
  return (
    <li
      aria-labelledby={headingId}
      className="flex flex-col gap-2 rounded-card border border-line px-4 py-3 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 id={headingId} className="text-base font-semibold">
          Version {item.version}
        </h3>
        <State item={item} />
        <Origin item={item} />
      </div>
      <p className="break-words text-fg-2">
        For {countOf(item.header.length, 'column')}:{' '}
        <span className="font-mono text-xs">{item.header.slice(0, NAMES_SHOWN).join(', ')}</span>
        {item.header.length > NAMES_SHOWN && ` and ${item.header.length - NAMES_SHOWN} more`}
      </p>
      {before && <Changes item={item} before={before} />}
      <details open={before === undefined}>
        <summary className="w-fit cursor-default rounded-tag text-accent hover:underline focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent">
          All that it says
        </summary>
        <Everything item={item} />
      </details>
    </li>
  );
}

const NAMES_SHOWN = 8;

function State({ item: { isCurrent, rolledBackBy } }: { item: SavedRecipe }) {
  if (isCurrent)
    return (
      <Pill tone="ok" icon={Check}>
        Offered
      </Pill>
    );
  if (rolledBackBy === null) return <Pill tone="outline">Replaced</Pill>;
  return <Pill tone="outline">Taken back by #{rolledBackBy}</Pill>;
}

function Origin({ item: { savedIn, file, owner, at } }: { item: SavedRecipe }) {
  const now = useNow();
  const time = new Date(at);
  return (
    <span className="min-w-0 break-words text-fg-2">
      confirmed in{' '}
      <Link href={importPath(savedIn)} className="text-accent hover:underline">
        #{savedIn}
      </Link>{' '}
      for {file} by {owner.name}, <span title={formatFullTime(time)}>{now && formatTimeAgo(time, now)}</span>
    </span>
  );
}

function Changes({ item, before }: { item: SavedRecipe; before: SavedRecipe }) {
  const changes = recipeChanges(before.recipe, item.recipe);
  return (
    <div>
      <h4 className="text-xs font-semibold text-fg-2">Changed since version {before.version}</h4>
      <ul aria-label={`Changed in version ${item.version}`} className="flex flex-col gap-0.5 pt-0.5">
        {changes.length === 0 && <li className="text-fg-2">Nothing that is said here.</li>}
        {changes.map(({ what, before: was, after }) => (
          <li key={what} className="break-words">
            <span className="text-fg-2">{what}: </span>
            {was !== null && <del className="rounded-tag bg-del-tint px-1 text-del">{was}</del>}{' '}
            {after !== null && (
              <ins className="rounded-tag bg-add-tint px-1 text-add no-underline">{after}</ins>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Everything({ item }: { item: SavedRecipe }) {
  const { general, columns } = recipeFacts(item.recipe);
  return (
    <div className="grid gap-x-8 gap-y-3 pt-2 md:grid-cols-2">
      <Facts title="File and dataset" facts={general} />
      <Facts title="Columns" facts={columns} isMono />
    </div>
  );
}

function Facts({ title, facts, isMono }: { title: string; facts: readonly RecipeFact[]; isMono?: boolean }) {
  return (
    <section className="min-w-0">
      <h4 className="text-xs font-semibold text-fg-2">{title}</h4>
      <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-0.5 pt-0.5">
        {facts.map(({ what, how }) => (
          <div key={what} className="contents">
            <dt className={`min-w-0 break-words text-fg-2 ${isMono === true ? 'font-mono text-xs' : ''}`}>
              {what}
            </dt>
            <dd className="min-w-0 break-words">{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
