import { Button, mergeClasses, Spinner } from '@fluentui/react-components';
import { WhenLoaded } from '../app/later.tsx';
import { FindPerson } from '../panel/room/FindPerson.tsx';
import type { Person } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import { useSetupText } from './useSetupText.ts';

/** So many are shown at once; a letter more of the name finds the others, however large the team is. */
const SHOWN = 20;

interface Props {
  /** Who is chosen already. */
  readonly without: readonly string[];
  readonly choose: (person: Person) => void;
}

/** Searches the team's roster; a press chooses. */
export function FoundPeople(props: Props) {
  const text = useSetupText();
  // The search has sentences of its own: the form stays while they come.
  return (
    <WhenLoaded fallback={<Spinner size="tiny" label={text('loading')} />}>
      <Search {...props} />
    </WhenLoaded>
  );
}

function Search({ without, choose }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  return (
    <FindPerson
      list={(people, search) => {
        const left = people.filter(({ person }) => !without.includes(person));
        return (
          <>
            <ul className={mergeClasses(styles.list, styles.people)}>
              {left.slice(0, SHOWN).map((one) => (
                <li key={one.person}>
                  <Button className={styles.found} appearance="subtle" onClick={() => choose(one)}>
                    {one.name}
                  </Button>
                </li>
              ))}
            </ul>
            {left.length > SHOWN && search !== '' && <p className={styles.hint}>{text('setup.more')}</p>}
          </>
        );
      }}
    />
  );
}
