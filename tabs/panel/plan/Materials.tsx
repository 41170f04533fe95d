import { Button, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DialogueMaterial } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { healsItself } from '../../app/readOnce.ts';
import { useStandingError } from '../../app/useStandingError.ts';
import { useMaterials } from './useMaterials.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  /** Leads back from where the materials could not be had; left out where the page has a way back of its own. */
  readonly back?: () => void;
  readonly children: (materials: readonly DialogueMaterial[]) => ReactNode;
}

/** Shows its children once the materials are there; until then that they load, or that they could not be had. */
export function Materials({ back, children }: Props) {
  const text = usePlanText();
  const { data, error, refetch } = useMaterials();
  const why = useStandingError({ data, error });
  if (data !== undefined) return children(data.materials);
  if (why === null) return <Spinner label={text('loading')} />;
  return (
    <Notice kind="trouble">
      {healsItself(why) ? text('materials.failed') : describeFailure(why, text)}
      <ButtonRow at="start">
        {back && <Button onClick={back}>{text('lead.back')}</Button>}
        <Button onClick={() => void refetch()}>{text('again')}</Button>
      </ButtonRow>
    </Notice>
  );
}
