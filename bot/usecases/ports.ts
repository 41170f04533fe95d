import type { CommitteeId, MessageId, PersonId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Place } from '#dialogue/post';
import type { ThreadFound } from '#dialogue/readBack';
import type { Team } from '#dialogue/team';
import type { Message } from '#render/message';

export type { Message };
export type * from './storePorts.ts';

/** Where a message goes. */
export interface Destination {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly conversation: string;
}

/** What came of a call that creates. Whether it was made is not known for `lost`. */
export type CreateOutcome =
  | { readonly type: 'sent'; readonly place: Place }
  | { readonly type: 'deferred'; readonly after: number /* milliseconds */ }
  | { readonly type: 'refused'; readonly http: number }
  | { readonly type: 'lost' };

/** What came of a call that may be repeated. `gone`: there is no such message any more. */
export type ChangeOutcome =
  | { readonly type: 'done' }
  | { readonly type: 'gone' }
  | { readonly type: 'deferred'; readonly after: number /* milliseconds */ }
  | { readonly type: 'refused'; readonly http: number };

/** The bot's side of a channel. None of these throws for what Teams answers. */
export interface ChannelPort {
  /** A new thread in the channel `conversation`. Gives up after 15 s. */
  createThread(at: Destination, message: Message): Promise<CreateOutcome>;
  /** A message in the conversation (`19:…;messageid=N` for a thread). Gives up after 15 s. */
  reply(at: Destination, message: Message): Promise<CreateOutcome>;
  update(at: Destination, message: MessageId, content: Message): Promise<ChangeOutcome>;
  remove(at: Destination, message: MessageId): Promise<ChangeOutcome>;
}

export interface Member {
  readonly person: PersonId;
  readonly name: string;
  /** Teams' own id of the person (`29:…`). */
  readonly mri: string;
}

/** Who is in a team, as the Connector tells. Throws `Unavailable` where it cannot tell. */
export interface RosterPort {
  member(team: Team, person: PersonId): Promise<Member | undefined>;
  /** Everybody in the team, in no order; a team can hold thousands. */
  list(team: Pick<Team, 'id' | 'serviceUrl' | 'tenant'>): Promise<readonly Member[]>;
  /** Name, group, standard and other channels, and how many can read along. */
  describe(team: Pick<Team, 'id' | 'serviceUrl' | 'tenant'>): Promise<TeamDescription>;
}

export interface TeamDescription {
  readonly name: string;
  readonly group: string;
  readonly members: number;
  readonly channels: Team['channels'];
}

/** Who owns a team, as Graph tells. Throws `Unavailable` where it cannot tell, `PermissionMissing` where it may not. */
export interface OwnersPort {
  /** Everybody who owns the team, by id in lower case. Throws `Unavailable`. */
  list(team: Team): Promise<readonly PersonId[]>;
}

/** A message of the bot's, as it stands in Teams. */
export interface OwnMessage {
  readonly place: Place;
  readonly card?: unknown;
  /** Its text, where it has no card. */
  readonly words: string;
}

export interface OwnMessages {
  readonly messages: readonly OwnMessage[];
  /** Whether all that stands there could be made out. */
  readonly isWhole: boolean;
}

/** What stands in a channel's threads, as Graph tells. */
export interface ThreadsPort {
  /**
   * The bot's own messages: those that start threads in a channel and were made or changed since a time, or, of a thread, those
   * under its first message. Without those that are deleted. Undefined where there is no such thread. Throws as `read`.
   */
  own(
    team: Pick<Team, 'group'>,
    committee: CommitteeId,
    where: { readonly since: Instant } | { readonly root: MessageId },
  ): Promise<OwnMessages | undefined>;
  /**
   * Every reply that a person has written under a message, with those that are deleted. The bot's own, and what Teams
   * says by itself, are left out. Undefined where there is no such message. Throws `Unavailable` where it cannot tell,
   * `PermissionMissing` where it may not.
   */
  read(team: Pick<Team, 'group'>, committee: CommitteeId, root: MessageId): Promise<ThreadFound | undefined>;
}

/** A service that is needed did not answer as it should; trying again later may help. */
export class Unavailable extends Error {
  readonly service: 'store' | 'connector' | 'graph' | 'keys';
  /** When to try again, in milliseconds, where it says so. */
  readonly after: number | undefined;

  constructor(service: Unavailable['service'], cause?: unknown, after?: number) {
    super(`${service} is unavailable`, { cause });
    this.name = 'Unavailable';
    this.service = service;
    this.after = after;
  }
}

/** A service refuses because nobody has granted the app what it needs: an owner of the team can. */
export class PermissionMissing extends Unavailable {
  constructor(service: Unavailable['service'], cause?: unknown) {
    super(service, cause);
    this.name = 'PermissionMissing';
  }
}

/** Who calls, as a verified token says. */
export interface Identity {
  readonly person: PersonId;
  readonly name: string;
  readonly tenant: string;
}

/** Reads who calls from an Authorization header. Throws `TokenError`, or `Unavailable` where the keys cannot be had. */
export type VerifyCaller = (authorization: string | null) => Promise<Identity>;

/** A caller who has not shown who they are. `detail` is for developers and holds nothing of the token. */
export class TokenError extends Error {
  /** `TenantForbidden`: a true token, of a tenant that is not served. */
  readonly code: 'TokenMissing' | 'TokenInvalid' | 'TenantForbidden';

  constructor(code: TokenError['code'], detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'TokenError';
    this.code = code;
  }
}

/** The bot's entry: a request as it came over HTTP, to be checked, read and answered. */
export type Inbound = (request: InboundRequest) => Promise<InboundResponse>;

export interface InboundRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface InboundResponse {
  readonly status: number;
  readonly body?: unknown;
}

/** Clock and randomness, so that neither is hidden. */
export interface Surroundings {
  now(): Instant;
  /** A new random id. */
  newId(): string;
  /** Starts work that nobody waits for; what it throws is logged by its code. */
  later(name: string, work: () => Promise<void>): void;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  log(event: LogEvent): void;
}

/** A log line: a code and ids of ours. Never a name, a text, or a token. */
export interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly [detail: string]: string | number | boolean | undefined;
}
