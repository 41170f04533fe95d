import { useState } from 'react';
import { ApiError } from '../api/errors.ts';
import { useServices } from '../app/services.ts';
import { asksBoth, type Draft, draftOf, faultOf, revisionOf, wishOf } from './setupDraft.ts';
import { type SetupQuery, useSetupQuery } from './useSetupQuery.ts';
import type { SetupKey } from './useSetupText.ts';

export interface SetupState extends SetupQuery {
  /** What stands in the form; undefined until the setup is there. */
  readonly draft: Draft | undefined;
  readonly write: (change: Partial<Draft>) => void;
  /** Why the form cannot be saved as it stands. */
  readonly fault: SetupKey | undefined;
  readonly saving: 'idle' | 'sending';
  /** Why it was not saved. */
  readonly failure: Error | undefined;
  /** What came of the last saving. */
  readonly saved: 'saved' | 'waiting' | undefined;
  /** Saves what stands there; gives why that was not done. */
  readonly save: () => Promise<Error | undefined>;
  /** Drops what was typed: what stands holds. */
  readonly discard: () => void;
}

interface Edited {
  readonly draft: Draft;
  /** Revision of the setup that was shown when it was begun; undefined: of the one that is shown now. */
  readonly over: number | undefined;
}

/** The form of the committee: what somebody has typed stays until it is saved, also where another was first. */
export function useSetup(): SetupState {
  const { api, committee } = useServices();
  const query = useSetupQuery();
  const { view } = query;
  const [edited, edit] = useState<Edited>();
  const [outcome, setOutcome] = useState<Pick<SetupState, 'failure' | 'saved'>>({
    failure: undefined,
    saved: undefined,
  });
  const [saving, setSaving] = useState<SetupState['saving']>('idle');
  const draft = edited?.draft ?? (view && draftOf(view));

  async function send(wanted: Draft, over: number): Promise<Error | undefined> {
    setSaving('sending');
    try {
      const now = await api.changeSetup(committee, wishOf(wanted, over));
      edit(undefined);
      query.show(now);
      const waits = now.setup?.proposal !== undefined && asksBoth(wanted, draftOf(now));
      setOutcome({ failure: undefined, saved: waits ? 'waiting' : 'saved' });
      return undefined;
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      const overtaken = isOvertaken(failure);
      // After that it is saved over what will then be shown beside it.
      edit({ draft: wanted, over: overtaken ? undefined : over });
      setOutcome({ failure, saved: undefined });
      if (overtaken) query.again();
      return failure;
    } finally {
      setSaving('idle');
    }
  }

  async function save(): Promise<Error | undefined> {
    if (view === undefined || draft === undefined || saving === 'sending') return undefined;
    return send(draft, edited?.over ?? revisionOf(view));
  }

  return {
    ...query,
    ...outcome,
    draft,
    write: (change) => {
      if (draft !== undefined)
        edit({ draft: { ...draft, ...change }, over: edited === undefined ? view && revisionOf(view) : edited.over });
      setOutcome({ failure: undefined, saved: undefined });
    },
    fault: draft && faultOf(draft),
    saving,
    save,
    discard: () => {
      edit(undefined);
      setOutcome({ failure: undefined, saved: undefined });
    },
  };
}

/** Somebody else was first: what stands now is fetched, and what was typed stays. */
export const isOvertaken = (error: Error | undefined): boolean =>
  error instanceof ApiError && error.code === 'SetupChanged';
