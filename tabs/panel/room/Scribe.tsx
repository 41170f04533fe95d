import type { ItemView, RoundView } from '../../api/views.ts';
import { useStyles } from '../facilitator/styles.ts';
import { RoomField } from './RoomField.tsx';
import { useRoomText } from './useRoomText.ts';

/** What the *referent* has beyond the others: a bar with the field for what is said. */
export default function Scribe({ item, round }: { readonly item: ItemView; readonly round: RoundView }) {
  const text = useRoomText();
  const styles = useStyles();
  return (
    <section className={styles.bar} aria-label={text('scribe.bar')}>
      <RoomField item={item} round={round} takesFocus={false} />
    </section>
  );
}
