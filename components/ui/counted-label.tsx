/** A label with how many there are, quieter, behind it. */
export function CountedLabel({ label, count }: { label: string; count: string | undefined }) {
  return (
    <>
      {label}
      {count !== undefined && <span className="font-normal text-fg-3 tabular">{count}</span>}
    </>
  );
}
