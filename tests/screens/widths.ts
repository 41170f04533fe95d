/** How wide a window is, in pixels: a meeting's side panel, and a tab on a screen. */
export const WIDTHS = [280, 1280] as const;
/** What an A4 page has room for between its margins. */
export const A4 = 658;
/** The widest screen that the pages are made for. */
export const WIDEST = 1920;
export type Width = (typeof WIDTHS)[number] | typeof A4 | typeof WIDEST;
