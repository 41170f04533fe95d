import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useAnnounce } from '../../app/announce.tsx';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { type Choice, moved, without } from './choices.ts';
import { useStyles } from './styles.ts';

interface Props {
  readonly choices: readonly Choice[];
  readonly choose: (choices: readonly Choice[]) => void;
}

/** What is chosen, in the order it will be put. */
export function ChosenList({ choices, choose }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div className={styles.group}>
      <h3 ref={heading} tabIndex={-1} className={styles.part}>
        {text('picker.chosen', { count: choices.length })}
      </h3>
      <ol className={styles.list}>
        {choices.map((choice, index) => (
          <Chosen
            key={choice.id}
            choice={choice}
            index={index}
            choices={choices}
            choose={choose}
            remove={() => {
              heading.current?.focus();
              choose(without(choices, choice.id));
            }}
          />
        ))}
      </ol>
    </div>
  );
}

interface ChosenProps extends Props {
  readonly choice: Choice;
  readonly index: number;
  readonly remove: () => void;
}

function Chosen({ choice, index, choices, choose, remove }: ChosenProps) {
  const text = useLeadText();
  const styles = useStyles();
  const announce = useAnnounce();
  const position = index + 1;
  const move = (by: -1 | 1): void => {
    choose(moved(choices, index, by));
    announce(text('picker.moved', { position: position + by, of: choices.length }));
  };
  return (
    <li className={styles.choice}>
      <p className={styles.words}>{text('plan.line', { position, question: choice.text })}</p>
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={text('picker.up.label', { position })}
          disabledFocusable={index === 0}
          onClick={() => move(-1)}
        >
          {text('picker.up')}
        </Button>
        <Button
          size="small"
          aria-label={text('picker.down.label', { position })}
          disabledFocusable={index === choices.length - 1}
          onClick={() => move(1)}
        >
          {text('picker.down')}
        </Button>
        <Button size="small" aria-label={text('picker.remove.label', { position })} onClick={remove}>
          {text('picker.remove')}
        </Button>
      </div>
    </li>
  );
}
