/** The name of a column as names are compared: whatever its case and the blanks around it. */
export const plainName = (name: string): string => name.trim().toLowerCase();
