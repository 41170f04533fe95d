import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { COMMITTEE_LIMIT } from '../api/setupLimits.ts';
import { Notice } from '../app/Notice.tsx';
import { useServices } from '../app/services.ts';
import { describeSetupFailure } from './describeSetupFailure.ts';
import type { Person } from './setupDraft.ts';
import { useSetupText } from './useSetupText.ts';

interface Props {
  /** How many are in the team. */
  readonly total: number;
  readonly choose: (people: readonly Person[]) => void;
}

/** Puts everybody who is missing on the list, where the list has room for them. */
export function AllInTeam({ total, choose }: Props) {
  const { api, committee } = useServices();
  const text = useSetupText();
  const [failure, setFailure] = useState<Error>();
  if (total > COMMITTEE_LIMIT) return null;
  const press = async (): Promise<void> => {
    try {
      choose((await api.people(committee, '')).people);
      setFailure(undefined);
    } catch (error) {
      setFailure(error as Error);
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void press()}>
        {text('setup.all', { count: total })}
      </Button>
      {failure && <Notice kind="trouble">{describeSetupFailure(failure, text)}</Notice>}
    </>
  );
}
