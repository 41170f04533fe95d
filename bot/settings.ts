// The small form of zod: this is read before everything else at a start.
import * as z from 'zod/mini';
import type { ChannelReading } from '#dialogue/channelReading';

const url = z.url({ protocol: /^https?$/ });
const optional = z.optional(url);
const filled = z.string().check(z.minLength(1));

/** What the app is told from outside, by name of the environment variable. */
const Environment = z.object({
  /** The one Entra tenant that is served. */
  MED_TENANT_ID: z.guid(),
  /** Client id of the app registration: bot, sign-in and Graph client. */
  MED_APP_ID: z.guid(),
  /** Client id of the user-assigned managed identity that vouches for the app and reaches the tables. */
  MED_IDENTITY_ID: z.optional(z.guid()),
  /** Address of the table service. */
  MED_TABLES_URL: url,
  /** Host name where the app is served, part of the audience of some registrations (`api://<host>/<app>`). */
  MED_HOST: z.optional(z.hostname()),
  /** Whether the package that is installed asks for `ChannelMessage.Read.Group`: both read it of the deployment's file. */
  MED_CHANNEL_READING: z._default(z.enum(['on', 'off']), 'on'),
  /** For how many days an item is kept once it has ended. */
  MED_KEEP_DAYS: z.pipe(
    z.pipe(z._default(z.string().check(z.regex(/^\d{1,5}$/)), '365'), z.transform(Number)),
    z.number().check(z.minimum(30), z.maximum(3_650)),
  ),
  /** Folder of the built tabs. */
  MED_TABS_FOLDER: filled,
  /** Origins that may frame the tabs beside Teams' own, apart by spaces. */
  MED_TEAMS_HOSTS: z.pipe(
    z.pipe(
      z._default(z.string(), ''),
      z.transform((hosts) => hosts.split(' ').filter((host) => host !== '')),
    ),
    z.array(url),
  ),
  /** Where the channel publishes its keys and who signs for it; only together, and not in production. */
  MED_BOT_METADATA_URL: optional,
  MED_BOT_ISSUER: z.optional(filled),
  /** Where the tenant publishes its signing keys. */
  MED_USER_KEYS_URL: optional,
  MED_GRAPH_URL: z._default(url, 'https://graph.microsoft.com/v1.0'),
  /** Where calls are told of: as Azure's own host reads it, under the same name. */
  APPLICATIONINSIGHTS_CONNECTION_STRING: z.optional(
    z.string().check(z.regex(/(?:^|;)InstrumentationKey=[0-9a-f-]{36}/i)),
  ),
  /** With `Authorization=AAD` the managed identity sends. */
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: z.optional(filled),
});

export interface Settings {
  readonly tenantId: string;
  readonly appId: string;
  readonly identityId: string | undefined;
  readonly host: string | undefined;
  readonly tablesUrl: string;
  readonly channelReading: ChannelReading;
  /** How long an item is kept once it has ended, in days. */
  readonly keepDays: number;
  readonly tabs: { readonly folder: string; readonly hosts: readonly string[] };
  readonly botMetadataUrl: string | undefined;
  readonly botIssuer: string | undefined;
  readonly userKeysUrl: string;
  readonly graphUrl: string;
  /** Application Insights; undefined: nothing is told of calls. */
  readonly insights: { readonly connection: string; readonly from: 'identity' | 'anybody' } | undefined;
}

/** The environment is not as the app needs it. The message has a line for each variable that is wrong, without its value. */
export class SettingsError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
  }
}

/** @throws SettingsError with every variable that is missing or malformed */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = Environment.safeParse(env);
  if (!result.success)
    throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const read = result.data;
  if ((read.MED_BOT_METADATA_URL === undefined) !== (read.MED_BOT_ISSUER === undefined)) {
    throw new SettingsError(['MED_BOT_METADATA_URL and MED_BOT_ISSUER: give both or neither']);
  }
  return {
    tenantId: read.MED_TENANT_ID,
    appId: read.MED_APP_ID,
    identityId: read.MED_IDENTITY_ID,
    host: read.MED_HOST,
    tablesUrl: read.MED_TABLES_URL,
    channelReading: read.MED_CHANNEL_READING,
    keepDays: read.MED_KEEP_DAYS,
    tabs: { folder: read.MED_TABS_FOLDER, hosts: read.MED_TEAMS_HOSTS },
    botMetadataUrl: read.MED_BOT_METADATA_URL,
    botIssuer: read.MED_BOT_ISSUER,
    userKeysUrl:
      read.MED_USER_KEYS_URL ?? `https://login.microsoftonline.com/${read.MED_TENANT_ID}/discovery/v2.0/keys`,
    graphUrl: read.MED_GRAPH_URL,
    insights: insightsOf(read),
  };
}

function insightsOf(read: z.infer<typeof Environment>): Settings['insights'] {
  const connection = read.APPLICATIONINSIGHTS_CONNECTION_STRING;
  if (connection === undefined) return undefined;
  const isSigned = /(?:^|;)Authorization=AAD(?:;|$)/i.test(read.APPLICATIONINSIGHTS_AUTHENTICATION_STRING ?? '');
  return { connection, from: isSigned ? 'identity' : 'anybody' };
}
