import { hoursAndMinutes } from '../../app/hoursAndMinutes.ts';
import { useText } from '../../app/services.ts';
import { useTimeLeft } from '../../app/useTimeLeft.ts';

/** Minutes that are left for a question, or by how many it is over. Nothing closes by itself, and nothing is told aloud. */
export function TimeLeft({ endsAt }: { readonly endsAt: string }) {
  const text = useText();
  const left = useTimeLeft(endsAt, 'minutes');
  return (
    <span role="timer" aria-label={text('question.time')}>
      {left < 0
        ? text('question.over', { time: hoursAndMinutes(-left, text.language) })
        : text('question.left', { count: left })}
    </span>
  );
}
