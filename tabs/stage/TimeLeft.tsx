import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';
import { useStageText } from './useStageText.ts';

const SECOND = 1_000;

/** Counts down to when the minutes are over; nothing closes by itself. */
export function TimeLeft({ endsAt }: { readonly endsAt: string }) {
  const text = useStageText();
  const left = Math.ceil((Date.parse(endsAt) - useNow()) / SECOND);
  const over = Math.floor(-left / 60);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  return (
    <span role="timer" aria-label={text('stage.time')}>
      {left > 0
        ? text('stage.left', { minutes, seconds: String(seconds).padStart(2, '0') })
        : text('stage.over', { count: over })}
    </span>
  );
}

function useNow(): number {
  const { after } = useServices();
  const [now, setNow] = useState(Date.now);
  useEffect(() => after(SECOND - (now % SECOND), () => setNow(Date.now())), [after, now]);
  return now;
}
