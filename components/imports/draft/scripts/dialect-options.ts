import { sqlDialects } from '@/lib/lineage/sql/dialect';
import { dialectNames } from '@/lib/lineage/sql/dialect-names';

/** The dialects to choose from. */
export const DIALECT_OPTIONS = sqlDialects.map((value) => ({ value, label: dialectNames[value] }));
