import { Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { SetupView } from '#contract/responses';
import { Notice } from '../app/Notice.tsx';
import { AllInTeam } from './AllInTeam.tsx';
import { ChairsLeft } from './ChairsLeft.tsx';
import { NameField } from './NameField.tsx';
import { NamesField } from './NamesField.tsx';
import { PeopleField } from './PeopleField.tsx';
import { SeatField } from './SeatField.tsx';
import { SaveOutcome } from './SaveOutcome.tsx';
import { type Draft, type Level, LISTS, type Person, SEATS, withRest } from './setupDraft.ts';
import { useStyles } from './styles.ts';
import type { SetupState } from './useSetup.ts';
import { useSetupText } from './useSetupText.ts';
import { wrongIn } from './wrongIn.ts';

const LEVELS: readonly Level[] = ['main', 'area', 'local', 'staff'];

interface Props {
  readonly state: SetupState;
  readonly view: SetupView;
  readonly draft: Draft;
}

/** What a committee is, field by field. Whoever shows it saves it. */
export function SetupForm({ state, view, draft }: Props) {
  const text = useSetupText();
  const styles = useStyles();
  const { fault, write } = state;
  const ids = (people: readonly (Person | undefined)[]): string[] =>
    people.flatMap((one) => (one === undefined ? [] : [one.person]));
  const chairs = ids([draft.chair, draft.deputy]);
  const wrong = wrongIn(state, draft, view, text);
  const wrongAt = (field: keyof Draft): string | undefined => (wrong?.field === field ? wrong.words : undefined);
  const haveBoth = view.setup?.chair !== undefined && view.setup.deputy !== undefined;
  return (
    <div className={styles.root}>
      <NameField name={draft.name} wrong={wrongAt('name')} write={(name) => write({ name })} />
      <Basics view={view} draft={draft} write={write} />
      <p className={styles.hint}>{text(view.isLocked ? 'setup.locked' : haveBoth ? 'setup.both' : 'who.notBoth')}</p>
      <ChairsLeft className={styles.hint} setup={view.setup} left={view.left} />
      {SEATS.map((seat) => (
        <SeatField
          key={seat}
          seat={seat}
          person={draft[seat]}
          left={view.left}
          isLocked={view.isLocked}
          wrong={wrongAt(seat)}
          choose={(person) => write({ [seat]: person })}
        />
      ))}
      <NamesField
        names={draft.names}
        isLocked={view.isLocked}
        wrong={wrongAt('names')}
        choose={(names) => write({ names })}
      />
      {LISTS.map((list) => {
        const other = list === 'members' ? draft.substitutes : draft.members;
        return (
          <PeopleField
            key={list}
            list={list}
            people={draft[list]}
            left={view.left}
            elsewhere={[...chairs, ...ids(other)]}
            wrong={wrongAt(list)}
            write={(people) => write({ [list]: people })}
            beside={
              list === 'members' && (
                <AllInTeam total={view.total} choose={(people) => write({ members: withRest(draft, people) })} />
              )
            }
          />
        );
      })}
      {fault && <Notice kind="trouble">{wrong?.words}</Notice>}
      <SaveOutcome state={state} view={view} draft={draft} />
    </div>
  );
}

function Basics({ view, draft, write }: Pick<Props, 'view' | 'draft'> & Pick<SetupState, 'write'>) {
  const text = useSetupText();
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <div className={styles.part}>
        <span id={`${id}-level`} className={styles.label}>
          {text('setup.level')}
        </span>
        <RadioGroup
          aria-labelledby={`${id}-level`}
          value={draft.level}
          onChange={(_, { value }) => write({ level: LEVELS.find((level) => level === value) ?? draft.level })}
        >
          {LEVELS.map((level) => (
            <Radio key={level} value={level} label={text(`level.${level}`)} />
          ))}
        </RadioGroup>
      </div>
      <div className={styles.part}>
        <label className={styles.label} htmlFor={`${id}-material`}>
          {text('setup.material')}
        </label>
        <Select
          id={`${id}-material`}
          className={styles.field}
          value={draft.material ?? ''}
          onChange={(_, { value }) => write({ material: value })}
        >
          {view.materials.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
