import { Button } from '@fluentui/react-components';
import type { RoundView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { useText } from '../../app/services.ts';
import { useStyles } from './styles.ts';
import { isAnsweredElsewhere, type MyAnswerState } from './useMyAnswer.ts';

interface Props {
  readonly state: MyAnswerState;
  readonly stored: NonNullable<RoundView['mine']>;
}

/** There is one answer for each person and question: nobody replaces it without seeing what stands there. */
export default function Elsewhere({ state, stored }: Props) {
  const text = useText();
  const styles = useStyles();
  const isRefused = isAnsweredElsewhere(state.sending.error);
  return (
    <Notice kind={isRefused ? 'news' : 'plain'}>
      {isRefused
        ? `${text('first.answer')} ${text('answer.elsewhere.saved')}`
        : text('answer.elsewhere', { at: new Date(stored.at) })}
      <p className={styles.mine}>{stored.text}</p>
      {text('answer.elsewhere.replaces')}
      <Button onClick={state.cancel}>{text('answer.elsewhere.keep')}</Button>
    </Notice>
  );
}
