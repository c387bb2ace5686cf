import { FileCode } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import type { ScriptPreview } from '@/lib/formats/preview/file-preview';
import { DIALECT_OPTIONS } from '../draft/scripts/dialect-options';
import { scriptDialect } from '../draft/scripts/script-dialect';
import { scriptView } from '../draft/scripts/script-view';
import { useImportSession } from '../session/use-import-session';

/** A script: its dialect, which is that of the source and so of all scripts, and what was found in it. */
export function ReadAsScript({ name, preview }: { name: string; preview: ScriptPreview }) {
  const { session, state } = useImportSession();
  const dialect = scriptDialect(state.files, state.choices);
  const view = scriptView(preview, dialect);
  return (
    <>
      <span className="flex min-w-0 items-center gap-2 text-base">
        <Icon icon={FileCode} size={14} />
        <span className="whitespace-nowrap">SQL script</span>
        <Select
          label={`SQL dialect of ${name}`}
          isLabelHidden
          size={24}
          value={dialect}
          onChange={(chosen) => session.setChoices({ dialect: chosen })}
          options={DIALECT_OPTIONS}
        />
      </span>
      <span className="block text-xs text-fg-2">
        {view.records.exact ? view.words : `${view.words} in its first MiB`}
      </span>
    </>
  );
}
