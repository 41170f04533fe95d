import type { ChannelReading } from '#dialogue/channelReading';
import type { AttendOverdue } from '#usecases/attendOverdue';
import type { AnswerNoted } from '#usecases/answerNoted';
import type { Deps } from '#usecases/deps';
import type { Inbound, Surroundings, VerifyCaller } from '#usecases/ports';

/** Where the built tabs lie, and who may frame them beside Teams itself. */
export interface TabsSettings {
  readonly folder: string;
  /** Origins, as in `https://teams.example`; empty in production. */
  readonly hosts: readonly string[];
  /** The app registration's, for sign-in. */
  readonly clientId: string;
  readonly channelReading: ChannelReading;
}

/** Looks whether something that the app needs is there. Throws where it is not. */
export type Probe = (within: AbortSignal) => Promise<void>;

/** What a deployment is asked about itself. */
export interface Readiness {
  /** The project's version. */
  readonly version: string;
  readonly channelReading: ChannelReading;
  readonly probes: Readonly<Record<'store' | 'credential' | 'keys' | 'botKeys', Probe>>;
  readonly now: Surroundings['now'];
  readonly log: Surroundings['log'];
}

/** A run of a function, as the worker names it. */
export interface Run {
  readonly id: string;
  /** W3C `traceparent` of what Azure itself tells of the run. */
  readonly traceParent?: string | undefined;
}

/** The composed app, as the functions work with it. */
export interface App {
  readonly deps: Deps & { readonly noted: AnswerNoted };
  readonly attendOverdue: AttendOverdue;
  readonly verifyCaller: VerifyCaller;
  readonly inbound: Inbound;
  readonly tabs: TabsSettings;
  readonly readiness: Readiness;
  /** Does the work of one run of a function, so that what is told of it can be told from others'. */
  readonly inRun: <T>(run: Run, work: () => T) => T;
}
