import type { Activity } from 'botbuilder';
import type { ChannelPort } from '#usecases/ports';

type Message = Parameters<ChannelPort['createThread']>[1];

/** A message as the Connector takes it. Text and card together would become two messages, and no id would be told. */
export function toActivity({ card, text, summary, onBehalfOf }: Message): Partial<Activity> {
  const content =
    card === undefined
      ? { textFormat: 'plain', text: text ?? '' }
      : { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
  if (onBehalfOf === undefined) return { type: 'message', summary, ...content };
  // Documented for user attribution of bot messages: Teams shows "[user] through [bot]".
  const person = { itemid: 0, mentionType: 'person', mri: onBehalfOf.mri, displayName: onBehalfOf.name };
  return { type: 'message', summary, ...content, channelData: { onBehalfOf: [person] } };
}
