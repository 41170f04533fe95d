import { z } from 'zod';
import { type Instant, instantOf, millisecondsOf } from '#dialogue/instant';

/** Longest id that is taken: table keys end at 1 KiB, and Teams' own ids are far shorter. */
const LONGEST_ID = 400;

/** Whatever does not fit is as good as absent: documents, samples and live payloads differ, and none may be fatal. */
const lenient = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined);
const text = lenient(z.string());
const id = lenient(z.string().min(1).max(LONGEST_ID));
/** The entries that fit, of what may be no list at all. */
const list = <T>(entry: z.ZodType<T>) =>
  z
    .array(lenient(entry))
    .catch([])
    .transform((entries) => entries.filter((one) => one !== undefined));
/** Named fields, of what may be no object at all: then all of them are absent. */
function group<Shape extends z.core.$ZodShape>(shape: Shape) {
  const fields = z.object(shape);
  const none = fields.parse({});
  // Many are absent, which is no error: what `catch` gives costs more.
  return z.preprocess((value) => value ?? {}, fields).catch(none);
}

const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: z.string() });
const ClientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

const Activity = group({
  type: text,
  id,
  name: text,
  action: text,
  timestamp: text,
  serviceUrl: text,
  locale: text,
  text,
  value: z.unknown().optional(),
  replyToId: id,
  from: group({ id, name: text, aadObjectId: id }),
  recipient: group({ id }),
  conversation: group({ id, conversationType: text, tenantId: id }),
  attachments: list(z.object({ contentType: z.string(), content: text })),
  entities: list(z.union([Mention, ClientInfo])),
  channelData: group({
    eventType: text,
    teamsChannelId: id,
    teamsTeamId: id,
    channel: group({ id, type: text, channelType: text, membershipType: text }),
    team: group({ id }),
    tenant: group({ id }),
    thread: group({ id }),
    meeting: group({ id }),
    settings: group({ selectedChannel: group({ id }) }),
  }),
});

/** What is read of an activity from Teams; each field absent where it was missing or of another kind. */
export type Activity = z.output<typeof Activity>;

/** Made when the first activity is read: a start does not wait for it. */
let compiled: typeof Activity | undefined;

/** Never throws: what is no object at all is an activity without anything. */
export const readActivity = (body: unknown): Activity => (compiled ??= z.compile(Activity)).parse(body);

/** The language of Teams where it was written: Danish unless it is English. */
export function languageOf({ locale, entities }: Activity): 'da' | 'en' {
  const client = entities.find((entity) => entity.type === 'clientInfo');
  return (locale ?? client?.locale ?? '').toLowerCase().startsWith('en') ? 'en' : 'da';
}

/** The language of Teams where it was written, as the client alone tells; absent where that is neither of ours. */
export function clientLanguageOf({ entities }: Activity): 'da' | 'en' | undefined {
  const { locale } = entities.find((entity) => entity.type === 'clientInfo') ?? {};
  const language = locale?.toLowerCase().split('-')[0];
  return language === 'da' || language === 'en' ? language : undefined;
}

/** Both ids of the tenant that an activity names; a well-formed one names the same in both. */
export const tenantsOf = ({ channelData, conversation }: Activity): readonly string[] =>
  [channelData.tenant.id, conversation.tenantId].filter((tenant) => tenant !== undefined);

/** When it happened, by Teams' clock; absent where Teams did not tell, or not so that it can be read. */
export function toldAt({ timestamp }: Activity): Instant | undefined {
  const milliseconds = timestamp === undefined ? NaN : millisecondsOf(timestamp);
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds);
}
