import { Button } from '@fluentui/react-components';
import type { ItemView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';

/** Asks before an item is ended, in its place: ending is the one step that cannot be taken back. */
export function EndSurely({ item, state }: { readonly item: ItemView; readonly state: FacilitatorState }) {
  const text = useText();
  const styles = useStyles();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  const left = item.plan.filter(({ status }) => status === 'waiting' || status === 'skipped').length;
  const isSending = state.command.state === 'sending';
  return (
    <>
      <p ref={question} tabIndex={-1} className={styles.words}>
        {text(item.round === undefined ? 'end.sure.nothingPut' : 'end.sure')}{' '}
        {item.round?.status === 'open' && text('end.closes')} {left > 0 && text('end.left', { count: left })}
      </p>
      <div className={styles.end}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={state.end}>
          {isSending ? text('sending') : text(item.round === undefined ? 'end.confirm.nothingPut' : 'lead.end')}
        </Button>
        {/* Where the button stood that led here: a second click of a double click ends nothing. */}
        <Button onClick={() => state.unfold('nothing')}>{text('end.keep')}</Button>
      </div>
    </>
  );
}
