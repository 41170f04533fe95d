import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useFocusOnMount } from '../app/useFocusOnMount.ts';
import { FoundPeople } from './FoundPeople.tsx';
import type { Person, Seat } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';
import { WrongLine } from './WrongLine.tsx';

interface Props {
  readonly seat: Seat;
  readonly person: Person | undefined;
  /** Who of those on the list has left the team. */
  readonly left: readonly string[];
  /** Nobody can be chosen now. */
  readonly isLocked: boolean;
  /** What is wrong with who has it, in words. */
  readonly wrong: string | undefined;
  readonly choose: (person: Person | undefined) => void;
}

/** One seat of the committee and who has it. `after`: the focus comes back from choosing. */
export function SeatField({ seat, person, left, isLocked, wrong, choose }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const wrongId = useId();
  const [state, turn] = useState<'rest' | 'choosing' | 'after'>('rest');
  const label = text(`setup.${seat}`);
  const take = (next: Person | undefined): void => {
    choose(next);
    turn('after');
  };
  return (
    <fieldset className={styles.part} {...(wrong !== undefined && { 'aria-describedby': wrongId })}>
      <legend className={styles.label}>{label}</legend>
      <p className={styles.hint}>{text(`setup.${seat}.hint`)}</p>
      {state === 'choosing' ? (
        <>
          <FoundPeople without={person === undefined ? [] : [person.person]} choose={take} />
          <div className={styles.row}>
            <Button size="small" onClick={() => turn('after')}>
              {text('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.row}>
          <span>{person === undefined ? text('setup.nobody') : nameOf(person, left, text)}</span>
          {!isLocked && (
            <>
              <Choose
                words={text(person === undefined ? 'setup.choose' : 'setup.replace')}
                where={label}
                takesFocus={state === 'after'}
                press={() => turn('choosing')}
              />
              {person && (
                <Button
                  size="small"
                  aria-label={text('setup.for', { what: text('setup.remove'), where: label })}
                  onClick={() => take(undefined)}
                >
                  {text('setup.remove')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      <WrongLine id={wrongId} words={wrong} />
    </fieldset>
  );
}

const nameOf = ({ person, name }: Person, left: readonly string[], text: ReturnType<typeof useSetupText>): string =>
  left.includes(person) ? text('setup.left', { name }) : name;

interface ChooseProps {
  readonly words: string;
  readonly where: string;
  readonly takesFocus: boolean;
  readonly press: () => void;
}

function Choose({ words, where, takesFocus, press }: ChooseProps) {
  const text = useSetupText();
  const buttonRef = useFocusOnMount<HTMLButtonElement>(takesFocus);
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        buttonRef.current = element;
      }}
      size="small"
      aria-label={text('setup.for', { what: words, where })}
      onClick={press}
    >
      {words}
    </Button>
  );
}
