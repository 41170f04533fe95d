import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { later, WhenLoaded } from '../../app/later.tsx';
import type { PaperItem } from './PaperItem.ts';
import { useLeadText } from '../facilitator/useLeadText.ts';

const Paper = later(() => import('./Paper.tsx'));

interface Props extends PaperItem {
  /** Of the button. */
  readonly className?: string;
}

/** Leads to the pages for the staff room, which load when somebody wants them. */
export function ToPaper({ className, ...item }: Props) {
  const text = useLeadText();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button className={className} onClick={() => setIsOpen(true)}>
        {text('paper')}
      </Button>
    );
  }
  return (
    <WhenLoaded fallback={<Spinner label={text('loading')} />}>
      <Paper item={item} done={() => setIsOpen(false)} />
    </WhenLoaded>
  );
}
