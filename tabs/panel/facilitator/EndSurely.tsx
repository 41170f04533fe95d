import { Button } from '@fluentui/react-components';
import type { ItemView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { useLeadText } from './useLeadText.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSteady } from '../../app/useSteady.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';

/** Asks before an item is ended, in its place: ending is the one step that cannot be taken back. */
export function EndSurely({ item, state }: { readonly item: ItemView; readonly state: FacilitatorState }) {
  const text = useLeadText();
  const styles = useStyles();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  useEscape(true, state.comeBack);
  // Not the same question when another window has put one meanwhile, or closed it.
  const isSteady = useSteady([item.round?.id, item.round?.status].join());
  const isAsked = hasDigest(item);
  const left = leftOf(item);
  const isSending = state.command.state === 'sending';
  return (
    <>
      <p ref={question} tabIndex={-1} className={styles.words}>
        {text(isAsked ? 'end.sure' : 'end.sure.nothingPut')} {item.round?.status === 'open' && text('end.closes')}{' '}
        {left > 0 && text('end.left', { count: left })}
      </p>
      <ButtonRow>
        <Button disabledFocusable={!isSteady} onClick={state.comeBack}>
          {text('end.keep')}
        </Button>
        {/* Where the button may stand that led here: it takes no press before it has been seen. */}
        <Button appearance="primary" disabledFocusable={isSending || !isSteady} onClick={state.end}>
          {isSending ? text('sending') : text(isAsked ? 'lead.end' : 'end.confirm.nothingPut')}
        </Button>
      </ButtonRow>
    </>
  );
}

/** What was answered to a question that was only sent out beforehand is gathered too. */
const hasDigest = ({ round, plan }: ItemView): boolean =>
  round !== undefined || plan.some(({ ahead }) => ahead !== undefined);

/** Questions still to be put, where any was: what was skipped was decided already. */
const leftOf = (item: ItemView): number =>
  hasDigest(item) ? item.plan.filter(({ status }) => status === 'waiting').length : 0;
