import { Button, mergeClasses } from '@fluentui/react-components';
import type { CSSProperties, PointerEvent } from 'react';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { Breakable } from '../../app/Breakable.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { Marked } from '../../app/Marked.tsx';
import { asLine } from '../question/firstWords.ts';
import { Adapt } from './Adapt.tsx';
import { type Choice, isOwn, questionOf, toChoice, wordsOf } from './choices.ts';
import { Handle } from './Handle.tsx';
import { Minutes } from './Minutes.tsx';
import { Sent } from './Sent.tsx';
import { DIGITS, useStyles } from './styles.ts';
import { Theirs } from './Theirs.tsx';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly material: DialogueMaterial | undefined;
  readonly choice: Choice;
  /** As it was sent out beforehand: then it stays as it is there. */
  readonly sent: PlannedView | undefined;
  /** Somebody else's version, where both have changed it. */
  readonly theirs: Choice | undefined;
  readonly takeTheirs: (theirs: Choice) => void;
  /** On the whole plan, from 1. */
  readonly position: number;
  readonly mayMove: { readonly up: boolean; readonly down: boolean };
  readonly isDragged: boolean;
  readonly begin: (event: PointerEvent) => void;
  readonly change: (part: Partial<Choice>) => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** A question on the plan: what is asked, for how long, and where it stands. */
export function ChosenQuestion({ material, choice, sent, theirs, takeTheirs, isDragged, ...props }: Props) {
  const styles = useStyles();
  const question = questionOf(material, choice);
  const { position, change } = props;
  const asked = sent === undefined ? choice : toChoice(sent);
  const words = sent === undefined ? wordsOf(choice, question) : sent.text;
  const language = isOwn(choice) ? undefined : material?.language;
  return (
    <li className={mergeClasses(styles.choice, isDragged && styles.dragged)}>
      <div className={styles.head}>
        <Handle begin={props.begin} />
        <Words position={position} angle={asked.angle.trim()} words={asLine(words)} language={language} />
      </div>
      <div className={styles.beneath} style={digitsOf(position)}>
        {theirs && (
          <Theirs
            theirs={theirs}
            yours={choice}
            question={question}
            language={language}
            take={() => takeTheirs(theirs)}
          />
        )}
        {sent === undefined ? (
          <Adapt choice={choice} question={question} language={language} position={position} change={change} />
        ) : (
          <Sent choice={choice} sent={sent} />
        )}
        <Minutes written={choice.minutes} position={position} write={(minutes) => change({ minutes })} />
        <Places {...props} isSent={sent !== undefined} />
      </div>
    </li>
  );
}

interface WordsProps extends Pick<Props, 'position'> {
  readonly angle: string;
  readonly words: string;
  readonly language: string | undefined;
}

/** The number is of the angle and the question together, so it stands before both. */
function Words({ position, angle, words, language }: WordsProps) {
  const text = usePlanText();
  const styles = useStyles();
  const hasAngle = angle !== '';
  return (
    <div className={styles.numbered} style={digitsOf(position)}>
      <p className={mergeClasses(styles.words, styles.first)}>
        {hasAngle ? (
          <>
            <strong>{text('plan.line', { position, question: `${text('question.angle')}:` })}</strong> {angle}
          </>
        ) : (
          <Marked words={text('plan.line', { position, question: words })} part={words} lang={language} />
        )}
      </p>
      {hasAngle && (
        <p className={styles.words} lang={language}>
          <Breakable>{words}</Breakable>
        </p>
      )}
    </div>
  );
}

const digitsOf = (position: number): CSSProperties & Record<typeof DIGITS, number> => ({
  [DIGITS]: String(position).length,
});

interface PlacesProps extends Pick<Props, 'position' | 'mayMove' | 'move' | 'remove'> {
  readonly isSent: boolean;
}

/** Moves it by keyboard, or takes it out. */
function Places({ position, mayMove, move, remove, isSent }: PlacesProps) {
  const text = usePlanText();
  return (
    <ButtonRow>
      <Button
        size="small"
        aria-label={text('picker.up.label', { position })}
        disabledFocusable={!mayMove.up}
        onClick={() => move(-1)}
      >
        {text('picker.up')}
      </Button>
      <Button
        size="small"
        aria-label={text('picker.down.label', { position })}
        disabledFocusable={!mayMove.down}
        onClick={() => move(1)}
      >
        {text('picker.down')}
      </Button>
      {!isSent && (
        <Button size="small" aria-label={text('picker.remove.label', { position })} onClick={remove}>
          {text('picker.remove')}
        </Button>
      )}
    </ButtonRow>
  );
}
