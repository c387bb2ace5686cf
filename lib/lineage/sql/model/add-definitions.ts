import type { CatalogIndex } from '../resolve/catalog-index';
import { defaultSchema } from '../resolve/dialect-names';
import type { NameParts } from '../statement';
import type { Definition } from './definition';

/** Adds what the definitions themselves make known: the objects they define, tables that scripts create, synonyms. */
export function addDefinitions(definitions: readonly Definition[], index: CatalogIndex): void {
  for (const { object, body } of definitions) {
    const { database, type, name, dialect } = object;
    const schema = object.schema ?? defaultSchema(dialect);
    if (type !== 'script') {
      const columns = body.returns?.columns ?? (body.columns.length > 0 ? body.columns : null);
      index.add({ database, schema, name, type, columns });
    }
    const add = (
      parts: NameParts,
      more: { type: string; columns: readonly string[] | null; synonymOf?: NameParts },
    ) => {
      const [last = '', itsSchema = '', itsDatabase = ''] = parts.toReversed();
      if (/^[#@]/.test(last)) return;
      index.add({ database: itsDatabase || database, schema: itsSchema || schema, name: last, ...more });
    };
    for (const { kind, target, of, columns, tree } of body.statements) {
      if (kind === 'create-table' && target !== null) {
        add(target, { type: 'table', columns: columns.length > 0 ? columns : null });
      } else if (kind === 'create-synonym' && target !== null && of !== null) {
        add(target, { type: 'synonym', columns: null, synonymOf: of });
      } else if (tree?.kind === 'create' && !tree.temporary) {
        const listed = tree.columns.length > 0 ? tree.columns : null;
        add(tree.name.parts, { type: tree.view ? 'view' : 'table', columns: listed });
      } else if (tree?.kind === 'select' && tree.into !== null) {
        add(tree.into.parts, { type: 'table', columns: null });
      }
    }
  }
}
