import type { ItemView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import type { PanelText } from '../../app/texts.ts';

/** Who leads, and who writes down what is said, as everybody may know. */
export const leadLine = ({ lead, scribe }: ItemView, text: PanelText): string =>
  [
    lead.mine ? text('lead.you') : text('lead.name', { name: lead.name }),
    ...(scribe ? [scribe.mine ? text('scribe.you') : text('scribe.name', { name: scribe.name })] : []),
  ].join(DOT);
