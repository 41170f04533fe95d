import { Button } from '@fluentui/react-components';
import { type ReactNode, useId, useRef, useState } from 'react';
import { FoundPeople } from './FoundPeople.tsx';
import type { List, Person } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';
import { WrongLine } from './WrongLine.tsx';

interface Props {
  readonly list: List;
  readonly people: readonly Person[];
  readonly left: readonly string[];
  /** Who stands elsewhere on the list. */
  readonly elsewhere: readonly string[];
  /** What is wrong with the list, in words. */
  readonly wrong: string | undefined;
  readonly write: (people: readonly Person[]) => void;
  /** Beside the button that adds one. */
  readonly beside?: ReactNode;
}

/** Members or substitutes, one after the other from the team's roster. */
export function PeopleField({ list, people, left, elsewhere, wrong, write, beside }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const wrongId = useId();
  const [state, turn] = useState<'rest' | 'adding'>('rest');
  const legend = useRef<HTMLLegendElement>(null);
  const label = text(`setup.${list}`);
  return (
    <fieldset className={styles.part} {...(wrong !== undefined && { 'aria-describedby': wrongId })}>
      <legend ref={legend} tabIndex={-1} className={styles.label}>
        {label} ({people.length})
      </legend>
      <ul className={styles.list}>
        {people.map((one) => (
          <li key={one.person} className={styles.person}>
            <span>{left.includes(one.person) ? text('setup.left', { name: one.name }) : one.name}</span>
            <Button
              size="small"
              aria-label={text('setup.for', { what: text('setup.remove'), where: one.name })}
              onClick={() => {
                write(people.filter(({ person }) => person !== one.person));
                // What was pressed is gone.
                legend.current?.focus();
              }}
            >
              {text('setup.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {state === 'adding' && (
        <FoundPeople
          without={[...elsewhere, ...people.map(({ person }) => person)]}
          choose={(person) => write([...people, person])}
        />
      )}
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={text('setup.for', { what: text(state === 'adding' ? 'setup.done' : 'setup.add'), where: label })}
          onClick={() => turn(state === 'adding' ? 'rest' : 'adding')}
        >
          {text(state === 'adding' ? 'setup.done' : 'setup.add')}
        </Button>
        {beside}
      </div>
      <WrongLine id={wrongId} words={wrong} />
    </fieldset>
  );
}
