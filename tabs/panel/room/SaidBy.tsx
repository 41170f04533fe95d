import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useEscape } from '../../app/useEscape.ts';
import { FindPerson, type Person } from './FindPerson.tsx';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** People that stand there to choose from; a few letters find the others. */
const FEW = 5;

interface Props {
  readonly said: Person | undefined;
  readonly choose: (said: Person | undefined) => void;
  /** Back to the line. */
  readonly close: () => void;
}

/** Who said it: nobody's name stands there until one is chosen. */
export function SaidBy({ said, choose, close }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const leave = (person: Person | undefined): void => {
    choose(person);
    setOpen(false);
    close();
  };
  useEscape(isOpen, () => leave(said));
  if (!isOpen) {
    return (
      <div className={styles.row}>
        <span className={styles.beside}>{said ? text('room.name', { name: said.name }) : text('room.noName')}</span>
        <Button size="small" onClick={() => (said ? leave(undefined) : setOpen(true))}>
          {text(said ? 'room.name.remove' : 'room.name.choose')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.column} role="group" aria-label={text('room.name.choose')}>
      <FindPerson
        list={(people) => (
          <ul className={styles.found} aria-label={text('people.list')}>
            {people.slice(0, FEW).map((person) => (
              <li key={person.person}>
                <Button className={styles.person} size="small" appearance="subtle" onClick={() => leave(person)}>
                  {person.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
      />
      <div className={styles.row}>
        <Button size="small" onClick={() => leave(undefined)}>
          {text('room.name.none')}
        </Button>
      </div>
    </div>
  );
}
