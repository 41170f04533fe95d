import { Button } from '@fluentui/react-components';
import type { UnsettledView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSteady } from '../../app/useSteady.ts';
import { useStyles } from './styles.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';

interface Props {
  readonly unsettled: UnsettledView;
  readonly isSending: boolean;
  readonly keep: () => void;
  readonly confirm: () => void;
}

/** Asks before a message is given up, in the place of what else can be done with it: what was held for it is erased. */
export function GiveUpSurely({ unsettled, isSending, keep, confirm }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const question = useFocusOnMount<HTMLParagraphElement>(true);
  useEscape(true, keep);
  // It comes up where somebody has just pressed.
  const isSteady = useSteady(unsettled.post.key);
  return (
    <>
      <p ref={question} tabIndex={-1} className={styles.words}>
        {[sureOf(unsettled, text), ...lossesOf(unsettled, text)].join(' ')}
      </p>
      <ButtonRow at="start">
        <Button disabledFocusable={!isSteady} onClick={keep}>
          {text('cancel')}
        </Button>
        <Button disabledFocusable={isSending || !isSteady} onClick={confirm}>
          {text(isSending ? 'sending' : 'settle.giveUp.confirm')}
        </Button>
      </ButtonRow>
    </>
  );
}

/** Later pages of a digest hang on the first: they are brought back when it changes. */
const sureOf = ({ of, number }: UnsettledView, text: LeadText): string =>
  of === 'digest' && number > 1 ? text('settle.giveUp.page', { number }) : text(`settle.giveUp.${of}`);

/** What Teams refused is nowhere, and nobody has answered under it. */
function lossesOf({ of, post }: UnsettledView, text: LeadText): readonly string[] {
  if (post.status === 'blocked') return [];
  return [text('settle.giveUp.found'), ...(of === 'digest' ? [] : [text('settle.giveUp.answers')])];
}
