/** One press on zoom in. */
export const ZOOM_STEP = 1.25;
