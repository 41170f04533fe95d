import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ItemView } from '../../api/views.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useServices } from '../../app/services.ts';
import { useEscape } from '../../app/useEscape.ts';
import type { ShareToStage } from '../../stage/useShareToStage.ts';
import { SHORT } from './Extend.tsx';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';

const StageChoice = later(() => import('./StageChoice.tsx'));

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
  readonly stage: ShareToStage;
  /** Back to the button that led here. */
  readonly fold: () => void;
  /** What is chosen takes the focus itself. */
  readonly leave: () => void;
}

/** All that the facilitator can do beside the next step, as a short list above it. */
export function More({ item, state, stage, fold, leave }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const { now } = useServices();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  useEscape(true, fold);
  const isReady = state.command.state === 'idle';
  const given = { state, text, now: now() };
  const choice = ({ words, press }: Choice) => (
    <li key={words}>
      <Button
        className={styles.choice}
        appearance="subtle"
        disabledFocusable={!isReady}
        onClick={() => {
          leave();
          press();
        }}
      >
        {words}
      </Button>
    </li>
  );
  return (
    <ul ref={list} className={styles.more} aria-label={text('more')}>
      {ofRound(item, given).map(choice)}
      {stage.offer !== 'unknown' && (
        <li>
          {/* Nothing moves under a finger when its words have come. */}
          <WhenLoaded fallback={<div className={styles.choice}>&nbsp;</div>}>
            <StageChoice
              press={() => {
                fold();
                stage.share();
              }}
            />
          </WhenLoaded>
        </li>
      )}
      {ofItem(item, given).map(choice)}
    </ul>
  );
}

interface Choice {
  readonly words: string;
  readonly press: () => void;
}

interface Given {
  readonly state: FacilitatorState;
  readonly text: LeadText;
  /** The server's time, in milliseconds. */
  readonly now: number;
}

function ofItem(item: ItemView, { state, text }: Given): readonly Choice[] {
  const { scribe } = item;
  const scribeWords = scribe ? text('more.scribe.change', { name: scribe.name }) : text('more.scribe');
  return [
    { words: text('more.handOver'), press: () => state.unfold('handOver') },
    { words: scribeWords, press: () => state.unfold('scribe') },
    ...ofPlan(item, state, text),
  ];
}

function ofRound({ round, screen, names }: ItemView, { state, text, now }: Given): readonly Choice[] {
  if (round === undefined) return [];
  const more = { words: text('more.extend'), press: () => state.extend(round.id) };
  // While time is short they stand in the bar; where no time was given there is none to add to.
  const isLong = round.endsAt !== undefined && Date.parse(round.endsAt) - now > SHORT * 60_000;
  const show = {
    words: text(names === 'shown' ? 'more.answers.names' : 'more.answers'),
    press: () => state.show('answers'),
  };
  return [
    // The field has a button of its own to fold it.
    ...(state.room === 'open' ? [] : [{ words: text('more.room'), press: () => state.turnRoom('open') }]),
    ...(round.status === 'open' && isLong ? [more] : []),
    ...(screen === 'answers' ? [] : [show]),
  ];
}

/** Before the first question the plan stands on the page itself, with ending under it. */
function ofPlan({ round }: ItemView, { next, unfold }: FacilitatorState, text: LeadText): readonly Choice[] {
  if (round === undefined) return [];
  const end = { words: text('plan.end'), press: () => unfold('ending') };
  return [{ words: text('lead.plan'), press: () => unfold('plan') }, ...(next.type === 'end' ? [] : [end])];
}
