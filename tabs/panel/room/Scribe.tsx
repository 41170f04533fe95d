import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemView, RoundView } from '../../api/views.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStyles } from '../facilitator/styles.ts';
import { RoomField } from './RoomField.tsx';
import { useRoomText } from './useRoomText.ts';

/** What the *referent* has beyond the others: a bar with the field for what is said, folded while there is something to read. */
export default function Scribe({ item, round }: { readonly item: ItemView; readonly round: RoundView }) {
  const text = useRoomText();
  const styles = useStyles();
  const [field, turn] = useState<'open' | 'folded' | 'opened'>('open');
  return (
    <section className={styles.bar} aria-label={text('scribe.bar')}>
      {field === 'folded' ? (
        <Folded open={() => turn('opened')} />
      ) : (
        <RoomField item={item} round={round} takesFocus={field === 'opened'} done={() => turn('folded')} />
      )}
    </section>
  );
}

function Folded({ open }: { readonly open: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(true);
  return (
    <div className={styles.row}>
      <Button
        ref={(element: HTMLButtonElement | null) => {
          buttonRef.current = element;
        }}
        onClick={open}
      >
        {text('scribe.write')}
      </Button>
    </div>
  );
}
