import { Button, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DialogueMaterial } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { healsItself } from '../../app/readOnce.ts';
import { useStandingError } from '../../app/useStandingError.ts';
import { useMaterials } from './useMaterials.ts';
import { usePlanText } from './usePlanText.ts';

/** Shows its children once the materials are there; until then that they load, or that they could not be had. */
export function Materials({ children }: { readonly children: (materials: readonly DialogueMaterial[]) => ReactNode }) {
  const text = usePlanText();
  const { data, error, refetch } = useMaterials();
  const why = useStandingError({ data, error });
  if (data !== undefined) return children(data.materials);
  if (why === null) return <Spinner label={text('loading')} />;
  return (
    <Notice kind="trouble">
      {healsItself(why) ? text('materials.failed') : describeFailure(why, text)}
      <Button onClick={() => void refetch()}>{text('again')}</Button>
    </Notice>
  );
}
