import type { RoundView } from '../../api/views.ts';
import { firstWords } from '../question/firstWords.ts';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** So many of them tell whoever writes where they are. */
const LATEST = 2;
/** Characters of each. */
const SHORT = 45;

/** What was written down last, as it stands there now, corrected or not. */
export function StoredLines({ round: { answers } }: { readonly round: RoundView }) {
  const text = useRoomText();
  const styles = useStyles();
  const lines = answers.filter(({ source, text: words }) => source === 'room' && words !== undefined).slice(-LATEST);
  return lines.map(({ id, text: words = '' }) => (
    <p key={id} className={styles.hint}>
      {text('room.stored', { words: firstWords(words, SHORT) })}
    </p>
  ));
}
