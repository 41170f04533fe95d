import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ItemView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useTold } from '../../app/told.tsx';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly lead: ItemView['lead'];
  /** Whether the person gave the lead away or got it: then it stands on the page too, until it is put away. */
  readonly isConcerned: boolean;
}

/** Who leads since the lead was handed over. Give it who leads as key, since each is told once. */
export default function LeadNow({ lead, isConcerned }: Props) {
  const text = useRoomText();
  const announce = useAnnounce();
  // Whoever pressed as a facilitator and is none any more has been told who is.
  const isTold = useTold()?.code === 'NotFacilitator';
  const [isPutAway, putAway] = useState(isTold);
  if (isTold && !isPutAway) putAway(true);
  const sentence = lead.mine ? text('leadNow.you') : text('leadNow.other', { name: lead.name });
  useEffect(() => {
    if (!isPutAway) announce(sentence);
  }, [announce, sentence, isPutAway]);
  if (!isConcerned || isPutAway) return null;
  return (
    <Notice kind="plain">
      {sentence}
      <Button size="small" onClick={() => putAway(true)}>
        {text('putAway')}
      </Button>
    </Notice>
  );
}
