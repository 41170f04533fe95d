import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { atFault } from '../../app/atFault.ts';
import { ANGLE_LIMIT } from '../../api/planLimits.ts';
import type { QuestionView } from '../../api/views.ts';
import { Breakable } from '../../app/Breakable.tsx';
import { useGrowing } from '../../app/useGrowing.ts';
import { isAngleTooLong } from './checks.ts';
import { type Choice, isOwn } from './choices.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly choice: Choice;
  readonly question: QuestionView | undefined;
  /** The material's. */
  readonly language: string | undefined;
  /** Of the question, from 1. */
  readonly position: number;
  readonly change: (part: Partial<Choice>) => void;
}

/** Makes a question of the material the committee's: the day's angle above it, or one sentence of it, word for word. */
export function Adapt(props: Props) {
  const { choice, question, position } = props;
  const text = usePlanText();
  const styles = useStyles();
  const [isOpen, turnOpen] = useState(false);
  // A question of their own is in their own words already.
  if (isOwn(choice) && choice.angle === '') return null;
  const hasSentences = question !== undefined && question.sentences.length > 1;
  const words = hasSentences ? 'picker.adapt.sentence' : 'picker.adapt';
  return (
    <details onToggle={({ currentTarget }) => turnOpen(currentTarget.open)}>
      <summary className={styles.adapt} aria-label={text(`${words}.label`, { position })}>
        {text(words)}
      </summary>
      <div className={styles.adapted}>
        <Angle {...props} isShown={isOpen} />
        {hasSentences && <Sentences {...props} sentences={question.sentences} />}
      </div>
    </details>
  );
}

function Angle({ choice, position, change, isShown }: Props & { readonly isShown: boolean }) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  const fieldRef = useGrowing(choice.angle, isShown);
  const isTooLong = isAngleTooLong(choice);
  const tooLong = text('picker.angle.tooLong', { limit: ANGLE_LIMIT, length: choice.angle.trim().length });
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {text('picker.angle')}
      </label>
      <Field
        className={styles.growing}
        {...(isTooLong ? atFault(tooLong, 'withField') : { hint: text('picker.angle.hint') })}
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            fieldRef.current = element;
          }}
          textarea={{ className: styles.area }}
          id={id}
          rows={2}
          aria-label={text('picker.angle.label', { position })}
          value={choice.angle}
          onChange={(_, { value }) => change({ angle: value })}
        />
      </Field>
    </div>
  );
}

const WHOLE = 'whole';

function Sentences({
  choice,
  position,
  change,
  language,
  sentences,
}: Props & { readonly sentences: readonly string[] }) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.group}>
      <p id={id} className={styles.label}>
        {text('picker.sentence')}
      </p>
      <RadioGroup
        aria-label={text('picker.sentence.label', { position })}
        value={choice.sentence === undefined ? WHOLE : String(choice.sentence)}
        onChange={(_, { value }) => change({ sentence: value === WHOLE ? undefined : Number(value) })}
      >
        <Radio value={WHOLE} label={text('picker.sentence.whole')} />
        {sentences.map((sentence, index) => (
          <Radio
            key={sentence}
            value={String(index)}
            label={{ children: <Breakable>{sentence}</Breakable>, lang: language }}
          />
        ))}
      </RadioGroup>
    </div>
  );
}
