import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ItemView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { hasDigest } from '../item/hasDigest.ts';
import { describeRoomFailure } from './describeRoomFailure.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly item: ItemView;
  /** An instant. */
  readonly endsAt: string;
}

/** When an item that nobody leads on ends by itself, and what keeps it open. Whoever leads can do that here. */
export default function EndsByItself({ item, endsAt }: Props) {
  const text = useRoomText();
  const announce = useAnnounce();
  const told = text(item.lead.mine ? 'endsByItself.lead' : 'endsByItself.other', { at: new Date(endsAt) });
  const sentence = hasDigest(item) ? `${told} ${text('endsByItself.digest')}` : told;
  // A change of who leads is told elsewhere, and this with it once more would be noise.
  useEffect(() => announce(sentence), [announce, sentence]);
  return (
    <Notice kind="plain">
      {sentence}
      {item.lead.mine && <KeepOpen item={item} />}
    </Notice>
  );
}

/** Whatever the facilitator does keeps it open; this does nothing else, for it shows what the big screen shows already. */
function KeepOpen({ item }: Pick<Props, 'item'>) {
  const text = useRoomText();
  const announce = useAnnounce();
  const keeping = useFreshCommand<ItemView['screen']>(
    (api, command, screen) => api.showOnScreen(item.id, command, screen),
    (error) => describeRoomFailure(error, text, { item }),
  );
  return (
    <>
      <Button
        size="small"
        disabledFocusable={keeping.state === 'sending'}
        onClick={() => keeping.run(item.screen, () => announce(text('endsByItself.kept')))}
      >
        {text(keeping.state === 'sending' ? 'sending' : 'endsByItself.keep')}
      </Button>
      {keeping.error && <Notice kind="trouble">{describeRoomFailure(keeping.error, text, { item })}</Notice>}
    </>
  );
}
