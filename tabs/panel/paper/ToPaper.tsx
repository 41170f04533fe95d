import { Button, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { PaperItem } from './PaperItem.ts';
import { useLeadText } from '../facilitator/useLeadText.ts';

const Paper = lazy(() => import('./Paper.tsx'));

interface Props extends PaperItem {
  /** Style of a quiet button, for where others lead on; an ordinary one where left out. */
  readonly quiet?: string;
}

/** Leads to the pages for the staff room, which load when somebody wants them. */
export function ToPaper({ quiet, ...item }: Props) {
  const text = useLeadText();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    const look = quiet === undefined ? {} : ({ appearance: 'subtle', className: quiet } as const);
    return (
      <Button {...look} onClick={() => setIsOpen(true)}>
        {text('paper')}
      </Button>
    );
  }
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <Paper item={item} done={() => setIsOpen(false)} />
    </Suspense>
  );
}
