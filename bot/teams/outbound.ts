import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { ChangeOutcome, ChannelPort, CreateOutcome, Destination } from '#usecases/ports';
import { classifyChange, classifyCreate } from './classify.ts';
import { createConnectors } from './connectors.ts';
import type { ConnectorDeps } from './connectors.ts';
import { toActivity } from './toActivity.ts';

type Conversations = ConnectorClient['conversations'];

/** The bot's side of the channels, over the Bot Connector. */
export function createChannel(deps: ConnectorDeps): ChannelPort {
  const connectors = createConnectors(deps);
  const at = ({ serviceUrl }: Destination): Promise<Conversations> => connectors.conversations(serviceUrl);
  return {
    createThread: (where, message) => creating(async () => createThread(await at(where), where, toActivity(message))),
    reply: (where, message) =>
      creating(async () => {
        const { id } = await (await at(where)).sendToConversation(where.conversation, toActivity(message));
        return placed(rootIn(where.conversation) ?? id, id);
      }),
    update: (where, message, content) =>
      changing(async () =>
        (await at(where)).updateActivity(where.conversation, message, { ...toActivity(content), id: message }),
      ),
    remove: (where, message) => changing(async () => (await at(where)).deleteActivity(where.conversation, message)),
  };
}

async function createThread(
  conversations: Conversations,
  { conversation, tenant }: Destination,
  activity: Partial<Activity>,
): Promise<CreateOutcome> {
  const made = await conversations.createConversation({
    isGroup: true,
    channelData: { channel: { id: conversation }, tenant: { id: tenant } },
    // The package's types ask for a bot and a whole activity; Teams takes the bot from the token, and a message as it is.
    ...({ activity } as { activity: Activity; bot: Activity['from'] }),
  });
  const root = rootIn(made.id) ?? numberIn(made.activityId);
  return placed(root, root);
}

const numberIn = (activity: string | undefined): string | undefined => /^\d+$/.exec(activity ?? '')?.[0];

/** A thread's conversation is `19:…;messageid=N`; its first message is N. */
const rootIn = (conversation: string | undefined): string | undefined =>
  /;messageid=(\d+)$/.exec(conversation ?? '')?.[1];

/** Without an id the message was made all the same, and nobody knows which it is. */
function placed(root: string | undefined, message: string | undefined): CreateOutcome {
  if (root === undefined || message === undefined || message === '') return { type: 'lost' };
  return { type: 'sent', place: { root, message } };
}

async function creating(call: () => Promise<CreateOutcome>): Promise<CreateOutcome> {
  try {
    return await call();
  } catch (error) {
    return classifyCreate(error);
  }
}

async function changing(call: () => Promise<unknown>): Promise<ChangeOutcome> {
  try {
    await call();
    return { type: 'done' };
  } catch (error) {
    return classifyChange(error);
  }
}
