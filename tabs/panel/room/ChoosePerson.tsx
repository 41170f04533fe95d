import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../../api/errors.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useServices } from '../../app/services.ts';
import type { Command } from '../../app/useCommand.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useStyles as useBarStyles } from '../facilitator/styles.ts';
import { FindPerson, type Person } from './FindPerson.tsx';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

interface Props {
  readonly title: string;
  readonly words: string;
  /** What the main button says, before and after somebody is chosen; pressed before, it tells that somebody must be. */
  readonly confirm: (name: string | undefined) => string;
  readonly send: (person: Person) => void;
  readonly command: Pick<Command<never>, 'state' | 'error'>;
  readonly cancel: () => void;
  /** Who it is now, and how they stand among the others. */
  readonly present?: { readonly name: string; readonly words: string } | undefined;
  /** What else can be done here. */
  readonly other?: ReactNode;
}

/** A page to choose somebody of the team: one press chooses, one does it. */
export function ChoosePerson({ title, words, confirm, send, command, cancel, present, other }: Props) {
  const { host } = useServices();
  const text = useRoomText();
  const styles = { ...useBarStyles(), ...useStyles() };
  const [picked, choose] = useState<Person>();
  const [sent, setSent] = useState<Person>();
  const [isMissed, miss] = useState(false);
  const { error } = command;
  const gone = isGone(error) ? sent : undefined;
  const chosen = picked?.person === gone?.person ? undefined : picked;
  useEscape(true, cancel);
  const isSending = command.state === 'sending';
  return (
    <form
      className={styles.page}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        miss(chosen === undefined);
        if (!chosen || isSending) return;
        setSent(chosen);
        send(chosen);
      }}
    >
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.words}>{words}</p>
      {other}
      <FindPerson
        except={host.context.person}
        list={(people) => (
          <RadioGroup
            aria-label={text('people.list')}
            value={chosen?.person ?? ''}
            onChange={(_, { value }) => choose(people.find(({ person }) => person === value))}
          >
            {people
              .filter(({ person }) => person !== gone?.person)
              .map(({ person, name }) => (
                <Radio key={person} value={person} label={labelOf(people, name, present)} />
              ))}
          </RadioGroup>
        )}
      />
      <div className={styles.bar}>
        {isMissed && chosen === undefined && <Notice kind="trouble">{text('people.missing')}</Notice>}
        {error && (
          <Notice kind="trouble">
            {gone ? text('people.gone', { name: gone.name }) : describeFailure(error, text)}
          </Notice>
        )}
        <ButtonRow>
          <Button onClick={cancel}>{text('cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isSending}>
            <SendWords isSending={isSending}>{confirm(chosen?.name)}</SendWords>
          </Button>
        </ButtonRow>
      </div>
    </form>
  );
}

/** Whoever was chosen has left the team since the names were looked up. */
const isGone = (error: Error | null): boolean => error instanceof ApiError && error.code === 'PersonNotMember';

/** The view names them alone: of two people of one name nobody could say which of them it is. */
const labelOf = (people: readonly Person[], name: string, present: Props['present']): string =>
  present?.name === name && people.filter((other) => other.name === name).length === 1 ? present.words : name;
