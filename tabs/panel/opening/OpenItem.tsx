import { Button, Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { NewItem } from '../../api/api.ts';
import { TITLE_LIMIT } from '../../api/limits.ts';
import type { DialogueMaterial } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { type LeadText, useLeadText } from '../facilitator/useLeadText.ts';
import { useCommand } from '../../app/useCommand.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { type Choice, isOwn, toChosen } from '../plan/choices.ts';
import { Materials } from '../plan/Materials.tsx';
import { Picker } from '../plan/Picker.tsx';
import { useStyles } from '../plan/styles.ts';

interface Props {
  readonly cancel: () => void;
}

/** Opens an item: a title and the questions. Who opens it leads it. */
export default function OpenItem({ cancel }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  return (
    <section className={styles.root} aria-label={text('open.begin')}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('open.begin')}
      </h2>
      <p className={styles.words}>{text('open.youLead')}</p>
      <Materials>{(materials) => <Form materials={materials} cancel={cancel} />}</Materials>
    </section>
  );
}

function Form({ materials, cancel }: Props & { readonly materials: readonly DialogueMaterial[] }) {
  const text = useLeadText();
  const styles = useStyles();
  const state = useOpenItem(materials);
  const isEmpty = state.choices.length === 0;
  const isSending = state.command.state === 'sending';
  return (
    <>
      <Title {...state} />
      <Picker materials={materials} {...state} />
      {state.command.error && <Notice kind="trouble">{describeFailure(state.command.error, text)}</Notice>}
      {isEmpty && <p className={styles.subtle}>{text('picker.needsOne')}</p>}
      <div className={styles.row}>
        <Button onClick={cancel}>{text('cancel')}</Button>
        <Button appearance="primary" disabledFocusable={isSending || isEmpty} onClick={state.open}>
          {text(isSending ? 'sending' : 'open.confirm')}
        </Button>
      </div>
    </>
  );
}

function Title({ title, setTitle, suggested }: ReturnType<typeof useOpenItem>) {
  const text = useLeadText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {text('open.title')}
      </label>
      <Input
        id={id}
        className={styles.input}
        maxLength={TITLE_LIMIT}
        placeholder={suggested}
        aria-describedby={`${id}-hint`}
        value={title}
        onChange={(_, { value }) => setTitle(value)}
      />
      <p id={`${id}-hint`} className={styles.subtle}>
        {text('open.title.hint', { suggested })}
      </p>
    </div>
  );
}

function useOpenItem(materials: readonly DialogueMaterial[]) {
  const { host, committee } = useServices();
  const text = useLeadText();
  const [title, setTitle] = useState('');
  const [material, setMaterial] = useState(materials[0]);
  const [choices, choose] = useState<readonly Choice[]>([]);
  const command = useCommand<NewItem>(
    (api, id, item) => api.open(committee, id, item),
    () => hadWritten(choices, text),
  );
  const suggested = themeOf(material, choices[0]) ?? text('open.untitled');
  const teamsMeeting = host.context.meeting;
  return {
    title,
    setTitle,
    suggested,
    material,
    /** Ids of questions mean something within one material alone. */
    chooseMaterial: (chosen: DialogueMaterial): void => {
      setMaterial(chosen);
      choose(choices.filter((choice) => themeOf(material, choice) === undefined));
    },
    choices,
    choose,
    command,
    open: (): void => {
      if (material === undefined) return;
      const item = { title: title.trim() || suggested, material: material.slug, plan: toChosen(choices) };
      command.run({ ...item, ...(teamsMeeting !== undefined && { teamsMeeting }) });
    },
  };
}

/** Questions of the committee's own are nowhere else: whoever wrote them sees them once more. */
function hadWritten(choices: readonly Choice[], text: LeadText): string {
  const own = choices.filter(isOwn).map((choice) => `»${choice.text}«`);
  return own.length === 0 ? '' : text('open.hadWritten', { questions: own.join(' ') });
}

/** The title of the theme that a question belongs to; absent for one of the committee's own. */
const themeOf = (material: DialogueMaterial | undefined, choice: Choice | undefined): string | undefined =>
  material?.themes.find(({ questions }) => questions.some(({ id }) => id === choice?.id))?.title;
