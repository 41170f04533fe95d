import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ItemView } from '../../api/views.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useStyles } from './styles.ts';
import type { FacilitatorState } from './useFacilitator.ts';
import { type LeadText, useLeadText } from './useLeadText.ts';

interface Props {
  readonly item: ItemView;
  readonly state: FacilitatorState;
  /** Back to the button that led here. */
  readonly fold: () => void;
  /** What is chosen takes the focus itself. */
  readonly leave: () => void;
}

/** All that the facilitator can do beside the next step, as a short list above it. */
export function More({ item, state, fold, leave }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  useEscape(true, fold);
  const isReady = state.command.state === 'idle';
  return (
    <ul ref={list} className={styles.more} aria-label={text('more')}>
      {choicesOf(item, state, text).map(({ words, press }) => (
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
      ))}
    </ul>
  );
}

interface Choice {
  readonly words: string;
  readonly press: () => void;
}

function choicesOf(item: ItemView, state: FacilitatorState, text: LeadText): readonly Choice[] {
  const { scribe } = item;
  const scribeWords = scribe ? text('more.scribe.change', { name: scribe.name }) : text('more.scribe');
  return [
    ...ofRound(item, state, text),
    { words: text('more.handOver'), press: () => state.unfold('handOver') },
    { words: scribeWords, press: () => state.unfold('scribe') },
    ...ofPlan(item, state, text),
  ];
}

function ofRound({ round, screen }: ItemView, state: FacilitatorState, text: LeadText): readonly Choice[] {
  if (round === undefined) return [];
  const isTyping = state.room === 'open';
  const more = { words: text('more.extend'), press: () => state.extend(round.id) };
  const other = screen === 'question' ? 'answers' : 'question';
  return [
    {
      words: text(isTyping ? 'more.room.fold' : 'more.room'),
      press: () => state.turnRoom(isTyping ? 'folded' : 'open'),
    },
    ...(round.status === 'open' ? [more] : []),
    { words: text(`more.${other}`), press: () => state.show(other) },
  ];
}

/** Before the first question the plan stands on the page itself, with ending under it. */
function ofPlan({ round }: ItemView, { next, unfold }: FacilitatorState, text: LeadText): readonly Choice[] {
  if (round === undefined) return [];
  const end = { words: text('plan.end'), press: () => unfold('ending') };
  return [{ words: text('lead.plan'), press: () => unfold('plan') }, ...(next.type === 'end' ? [] : [end])];
}
