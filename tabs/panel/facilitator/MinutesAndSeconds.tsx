import { hoursAndMinutes } from '../../app/hoursAndMinutes.ts';
import { useTimeLeft } from '../../app/useTimeLeft.ts';
import { useStyles } from './styles.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';

/** The time that is left for a question, to the second, or by how much it is over. Nothing is told aloud, and nothing closes. */
export function MinutesAndSeconds({ endsAt }: { readonly endsAt: string }) {
  const text = useLeadText();
  const styles = useStyles();
  const left = useTimeLeft(endsAt, 'seconds');
  return (
    <span role="timer" aria-label={text(left < 0 ? 'lead.time.over' : 'lead.time')} className={styles.time}>
      {left < 0 ? overBy(-left, text) : clockOf(left)}
    </span>
  );
}

/** Without hours: `75:00` is better understood of a question than `1:15:00`. */
const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Seconds; from an hour on they tell nobody anything. */
const HOUR = 3_600;

const overBy = (seconds: number, text: LeadText): string =>
  text('lead.over', {
    time: seconds < HOUR ? clockOf(seconds) : hoursAndMinutes(Math.floor(seconds / 60), text.language),
  });
