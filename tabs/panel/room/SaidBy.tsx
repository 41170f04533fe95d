import { Button } from '@fluentui/react-components';
import { useEscape } from '../../app/useEscape.ts';
import { FindPerson, type Person } from './FindPerson.tsx';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** People that stand there to choose from; a few letters find the others. */
const FEW = 5;

interface Props {
  readonly said: Person | undefined;
  readonly choose: (said: Person | undefined) => void;
}

/** Who said it, once somebody's name was chosen; it is taken away again with one press. */
export function SaidBy({ said, choose }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  if (said === undefined) return null;
  return (
    <div className={styles.row}>
      <span className={styles.beside}>{text('room.name', { name: said.name })}</span>
      <Button size="small" onClick={() => choose(undefined)}>
        {text('room.name.remove')}
      </Button>
    </div>
  );
}

/** Finds whoever said it: nobody's name stands there until one is chosen. */
export function ChooseName({ said, choose }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  useEscape(true, () => choose(said));
  return (
    <div className={styles.column} role="group" aria-label={text('room.name.choose')}>
      <FindPerson
        list={(people) => (
          <ul className={styles.found} aria-label={text('people.list')}>
            {people.slice(0, FEW).map((person) => (
              <li key={person.person}>
                <Button className={styles.person} size="small" onClick={() => choose(person)}>
                  {person.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
      />
      <div className={styles.row}>
        <Button size="small" onClick={() => choose(undefined)}>
          {text('room.name.none')}
        </Button>
      </div>
    </div>
  );
}
