import { Button, Input, Spinner } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { PeopleView } from '#contract/responses';
import { Notice } from '../../app/Notice.tsx';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useStandingError } from '../../app/useStandingError.ts';
import { useStyles } from './styles.ts';
import { usePeople } from './usePeople.ts';
import { useRoomText } from './useRoomText.ts';

export type Person = PeopleView['people'][number];

interface Props {
  /** Who is not to be chosen. */
  readonly except?: string;
  /** How those who were found stand there. */
  readonly list: (people: readonly Person[], search: string) => ReactNode;
}

/** A field to search in the team's people, also those who have not opened the panel, and who was found. */
export function FindPerson({ except, list }: Props) {
  const text = useRoomText();
  const styles = useStyles();
  const id = useId();
  const [search, setSearch] = useState('');
  const fieldRef = useFocusOnMount<HTMLInputElement>(true);
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {text('people.search')}
      </label>
      <Input
        ref={(element: HTMLInputElement | null) => {
          fieldRef.current = element;
        }}
        id={id}
        className={styles.field}
        type="search"
        autoComplete="off"
        value={search}
        onChange={(_, { value }) => setSearch(value)}
        // The form around it has a button of its own.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <Found search={search} except={except} list={list} />
    </>
  );
}

interface FoundProps extends Pick<Props, 'list'> {
  readonly search: string;
  readonly except: string | undefined;
}

function Found({ search, except, list }: FoundProps) {
  const text = useRoomText();
  const styles = useStyles();
  const { data, error, refetch } = usePeople(search);
  if (useStandingError({ data, error }) !== null) {
    return (
      <Notice kind="trouble">
        {text('people.failed')}
        <Button onClick={() => void refetch()}>{text('again')}</Button>
      </Notice>
    );
  }
  if (data === undefined) return <Spinner size="tiny" label={text('loading')} />;
  const people = data.people.filter(({ person }) => person !== except);
  return (
    <>
      {search === '' && data.people.length < data.total && (
        <p className={styles.hint}>{text('people.more', { total: data.total })}</p>
      )}
      {people.length > 0 ? (
        list(people, search)
      ) : (
        <p className={styles.hint}>{text(search === '' ? 'people.alone' : 'people.none')}</p>
      )}
    </>
  );
}
