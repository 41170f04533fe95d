import type { ItemView } from '../../api/views.ts';
import type { PanelText } from '../../app/texts.ts';

/** Who leads, as everybody may know. */
export const leadLine = ({ lead }: ItemView, text: PanelText): string =>
  lead.mine ? text('lead.you') : text('lead.name', { name: lead.name });
