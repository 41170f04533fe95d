import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Api } from '../../api/api.ts';
import type { CommitteeView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useServices } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { changeable, materialOf, ownChoice, toChosen } from '../plan/choices.ts';
import { useStyles } from './styles.ts';
import { useTrialText } from './useTrialText.ts';

/** Puts the question of whether to use the app on the plan of the next meeting, for those who may open one. */
export function Next({ view }: { readonly view: CommitteeView }) {
  const text = useTrialText();
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={text('trial.next')}>
      <h2 className={styles.subheading}>{text('trial.next')}</h2>
      <ToNext view={view} />
    </section>
  );
}

function ToNext({ view }: { readonly view: CommitteeView }) {
  const { committee } = useServices();
  const text = useTrialText();
  const styles = useStyles();
  const question = text('trial.question');
  // The same for the same wish, however often it is sent.
  const [own] = useState(() => ownChoice(question, crypto.randomUUID()));
  const adding = useCommand<CommitteeView>((api, command, { next }) =>
    next === undefined ? begin(api, command, view, own) : add(api, command, next, committee, own),
  );
  const words = (sentence: string) => <p className={styles.words}>{sentence}</p>;
  if (view.item?.status === 'open') return words(text('trial.next.open'));
  if (!view.you.mayOpen) return words(text('trial.next.notYou', { question }));
  if (view.next?.plan.some((planned) => planned.text === question) === true) {
    const { title } = view.next;
    return words(title === question ? text('trial.next.thereAlone') : text('trial.next.there', { question, title }));
  }
  const isSending = adding.state === 'sending';
  return (
    <>
      {adding.error && <Notice kind="trouble">{describeFailure(adding.error, text)}</Notice>}
      <div className={styles.row}>
        <Button disabledFocusable={isSending} onClick={() => adding.run(view)}>
          {text(isSending ? 'sending' : 'trial.next.add', { question })}
        </Button>
      </div>
    </>
  );
}

type Own = ReturnType<typeof ownChoice>;

/** Begins the next item with it, in the committee's material. */
async function begin(api: Api, command: string, { committee }: CommitteeView, own: Own): Promise<CommitteeView> {
  const material = committee.material ?? (await api.materials(committee.id)).materials[0]?.slug ?? '';
  return api.planItem(committee.id, command, { title: own.text, material, plan: toChosen([own]) });
}

/** Adds it last to what is planned already; what others change meanwhile stays. */
async function add(
  api: Api,
  command: string,
  next: NonNullable<CommitteeView['next']>,
  committee: string,
  own: Own,
): Promise<CommitteeView> {
  const { materials } = await api.materials(committee);
  const base = changeable(next.plan);
  return api.changePlan(next.id, command, {
    base: toChosen(base),
    material: materialOf(materials, base)?.slug ?? '',
    plan: toChosen([...base, own]),
  });
}
