import type { UnsettledView } from '../../api/views.ts';
import { AskFirst } from '../../app/AskFirst.tsx';
import { type LeadText, useLeadText } from './useLeadText.ts';

interface Props extends Pick<Parameters<typeof AskFirst>[0], 'isSending' | 'keep' | 'confirm'> {
  readonly unsettled: UnsettledView;
}

/** Asks before a message is given up, in the place of what else can be done with it: what was held for it is erased. */
export function GiveUpSurely({ unsettled, ...answers }: Props) {
  const text = useLeadText();
  return (
    <AskFirst
      question={[sureOf(unsettled, text), ...lossesOf(unsettled, text)].join(' ')}
      about={unsettled.post.key}
      at="start"
      no={text('settle.giveUp.keep')}
      yes={text('settle.giveUp.confirm')}
      {...answers}
    />
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
