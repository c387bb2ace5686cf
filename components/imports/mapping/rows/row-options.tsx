'use client';
import { Select } from '@/components/ui/select';
import { placeWords } from '@/lib/formats/preview/rows/path-question';
import type { RowGiven, RowTable } from '@/lib/formats/preview/rows/row-table';
import type { CsvChoice, Encoding } from '@/lib/imports/row-choices';
import {
  DECIMALS,
  decimalOf,
  delimiterOptions,
  ENCODINGS,
  headerOf,
  headerOptions,
  headerToCsv,
  nullOptions,
  nullsOf,
  nullsToTexts,
  QUOTES,
} from './option-words';

type RowOptionsProps = {
  table: RowTable;
  /** Cuts the file into columns in another way. */
  onTable: (given: RowGiven) => void;
  /** Reads numbers and empty cells in another way. */
  onMarks: (csv: Partial<CsvChoice>) => void;
};

/** How the file is read: found in its content, and each of it can be changed. It stays fixed for the load. */
export function RowOptions({ table, onTable, onMarks }: RowOptionsProps) {
  const { csv, encoding, path, paths } = table;
  return (
    <div className="flex flex-wrap items-end gap-2">
      {csv && <CsvOptions csv={csv} onTable={onTable} />}
      {encoding && (
        <Select<Encoding>
          label="Encoding"
          className="w-32"
          value={encoding}
          onChange={(chosen) => onTable({ encoding: chosen })}
          options={ENCODINGS}
        />
      )}
      {csv && (
        <>
          <Select
            label="Decimal mark"
            className="w-36"
            value={decimalOf(csv)}
            onChange={(value) => onMarks(DECIMALS.find((it) => it.value === value)?.csv ?? {})}
            options={DECIMALS}
          />
          <Select
            label="Empty means"
            className="w-28"
            value={nullsOf(csv)}
            onChange={(value) => onMarks({ nullTexts: nullsToTexts(value) })}
            options={nullOptions(csv)}
          />
        </>
      )}
      {path !== null && paths.length > 0 && (
        <Select
          label="Records in the JSON"
          className="w-56"
          value={path}
          onChange={(chosen) => onTable({ path: chosen })}
          options={paths.map((value) => ({ value, label: placeWords(value) }))}
        />
      )}
      {csv === null && paths.length === 0 && (
        <p className="py-1.5 text-sm text-fg-2">
          {path === null ? 'Parquet, types as in the file' : 'JSON, records at the top'}
        </p>
      )}
    </div>
  );
}

function CsvOptions({ csv, onTable }: { csv: CsvChoice; onTable: RowOptionsProps['onTable'] }) {
  const { quote, escape: escaped } = csv;
  return (
    <>
      <Select
        label="Delimiter"
        className="w-24"
        value={csv.delimiter}
        onChange={(delimiter) => onTable({ csv: { delimiter } })}
        options={delimiterOptions(csv.delimiter)}
      />
      <Select
        label="Quote"
        className="w-24"
        value={`${quote}${escaped === quote ? '' : escaped}`}
        onChange={(value) => onTable({ csv: QUOTES.find((it) => it.value === value)?.csv ?? {} })}
        options={QUOTES}
      />
      <Select
        label="Header"
        className="w-20"
        value={headerOf(csv)}
        onChange={(value) => onTable({ csv: headerToCsv(value) })}
        options={headerOptions(csv)}
      />
    </>
  );
}
