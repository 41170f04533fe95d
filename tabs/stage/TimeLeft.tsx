import { hoursAndMinutes } from '../app/hoursAndMinutes.ts';
import { useTimeLeft } from '../app/useTimeLeft.ts';
import { useStageText } from './useStageText.ts';

/** Counts down to when the minutes are over, by the server's clock; nothing closes by itself. */
export function TimeLeft({ endsAt }: { readonly endsAt: string }) {
  const text = useStageText();
  const left = useTimeLeft(endsAt, 'seconds');
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  const over = Math.floor(-left / 60);
  return (
    <span role="timer" aria-label={text('stage.time')}>
      {left > 0
        ? text('stage.left', { minutes, seconds: String(seconds).padStart(2, '0') })
        : text('stage.over', { count: over, time: hoursAndMinutes(over, text.language) })}
    </span>
  );
}
