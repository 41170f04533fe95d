import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useEscape } from '../../app/useEscape.ts';
import { useServices } from '../../app/services.ts';
import { FindPerson, type Person } from './FindPerson.tsx';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** What a press does with who is chosen; undefined until somebody is. */
interface Confirm {
  readonly words: string;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly press: (() => void) | undefined;
}

interface Props {
  readonly title: string;
  readonly words: string;
  /** Stands first in the list, where nobody can be chosen too. */
  readonly nobody?: string;
  readonly chosen: Choice | undefined;
  readonly choose: (choice: Choice) => void;
  readonly confirm: Confirm;
  readonly cancel: () => void;
}

export type Choice = Person | 'nobody';

/** A page to choose somebody of the team: one press chooses, one does it. */
export function ChoosePerson({ title, words, nobody, chosen, choose, confirm, cancel }: Props) {
  const { host } = useServices();
  const text = useRoomText();
  const styles = useStyles();
  const [known, setKnown] = useState<readonly Person[]>([]);
  useEscape(true, cancel);
  const value = chosen === undefined ? '' : chosen === 'nobody' ? NOBODY : chosen.person;
  return (
    <section className={styles.page} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.words}>{words}</p>
      <FindPerson
        except={host.context.person}
        list={(people) => (
          <RadioGroup
            aria-label={text('people.list')}
            value={value}
            onChange={(_, { value: person }) => {
              const found = people.find((each) => each.person === person);
              if (found) choose(found);
            }}
          >
            {people.map(({ person, name }) => (
              <Radio key={person} value={person} label={name} />
            ))}
          </RadioGroup>
        )}
      />
    </section>
  );
}
