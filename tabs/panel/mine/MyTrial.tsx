import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MineView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { dayOf } from './dayOf.ts';
import { useStyles } from './styles.ts';
import type { MineState } from './useMine.ts';
import { useMineText } from './useMineText.ts';

interface Props {
  readonly trial: NonNullable<MineView['trial']>;
  readonly state: Pick<MineState, 'again'>;
}

/** What the person wrote to try the app, while it is there. It is nobody's answer, so nothing is asked before it goes. */
export function MyTrial({ trial, state }: Props) {
  const { api, committee } = useServices();
  const text = useMineText();
  const styles = useStyles();
  const announce = useAnnounce();
  const [command] = useState(() => crypto.randomUUID());
  const erasing = useMutation({
    networkMode: 'always',
    mutationFn: () => api.eraseTrial(committee, command),
    onSuccess: () => {
      announce(text('mine.trial.deleted'));
      state.again();
    },
  });
  // Gone at once, also where reading again fails.
  if (erasing.isSuccess) return null;
  return (
    <section className={styles.part} aria-label={text('mine.trial')}>
      <h2 className={styles.count}>{text('mine.trial')}</h2>
      <p className={styles.text}>{trial.text}</p>
      <p className={styles.about}>
        {text('mine.trial.about', { date: dayOf(trial.at, text), at: new Date(trial.at) })}
      </p>
      {erasing.error && <Notice kind="trouble">{describeFailure(erasing.error, text)}</Notice>}
      <div className={styles.row}>
        <Button size="small" disabledFocusable={erasing.isPending} onClick={() => erasing.mutate()}>
          {text(erasing.isPending ? 'sending' : 'mine.trial.delete')}
        </Button>
      </div>
    </section>
  );
}
