/** Size of the minimap in CSS px. */
export const MINIMAP_SIZE = { width: 168, height: 96 } as const;
