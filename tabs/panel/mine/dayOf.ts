import type { PanelText } from '../../app/texts.ts';

/** A day with its year, on the person's own calendar: what is listed goes years back. */
export const dayOf = (instant: string, { language }: Pick<PanelText, 'language'>): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(instant));
