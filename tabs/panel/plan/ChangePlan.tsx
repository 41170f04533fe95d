import { useEffect } from 'react';
import type { NewPlan } from '../../api/api.ts';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useShownView } from '../../channel/useShownView.ts';
import { changeable, isSame, materialOf, toChoice, toChosen } from './choices.ts';
import { Materials } from './Materials.tsx';
import { type KeptDraft, type PlanDraft, usePlanDraft } from './planDraft.ts';
import { PlanForm, type ReadyPlan } from './PlanForm.tsx';
import { sentAhead } from './sentAhead.ts';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';
import { PlansMet, useSavePlan } from './useSavePlan.ts';
import { Written } from './Written.tsx';

/** An item that is open, or being prepared. */
interface Planned {
  readonly id: string;
  readonly title: string;
  readonly plan: readonly PlannedView[];
}

interface Props {
  readonly item: Planned;
  readonly done: () => void;
  /** `prepared`: its name can be changed too, and somebody may delete it meanwhile. */
  readonly kind?: 'open' | 'prepared';
}

/** Changes what is left of the plan: questions that were put stay where and as they are. */
export default function ChangePlan(props: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  return (
    <section className={styles.root} aria-label={text('plan.change')}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('plan.change')}
      </h2>
      <Materials back={props.done}>{(materials) => <Editor materials={materials} {...props} />}</Materials>
    </section>
  );
}

function Editor({ item, done, kind = 'open', materials }: Props & { readonly materials: readonly DialogueMaterial[] }) {
  const text = usePlanText();
  const next = useShownView()?.next;
  const kept = usePlanDraft(item.id, () => begun(item, materials));
  const where = kind === 'open' || next?.id === item.id ? 'stored' : 'gone';
  const command = useSavePlan(item.id, where, kept);
  const put = item.plan.filter(({ status }) => status === 'open' || status === 'closed');
  const { base, overtaken } = kept.draft;
  useOvertaken(kept, put);
  const send = (ready: ReadyPlan): void => {
    // The contract wants at least one question; those that were put change nothing.
    const plan = toChosen(ready.choices.length > 0 ? ready.choices : put.map(toChoice));
    const sent = {
      ...(kind === 'prepared' && renamed(kept.draft, item, ready)),
      base: toChosen(base),
      material: ready.material,
      plan,
    };
    kept.change({ theirs: [], theirTitle: undefined });
    command.run({ title: ready.title, sent, base, choices: ready.choices }, done);
  };
  return (
    <>
      {where === 'gone' && <Notice kind="plain">{text('next.gone')}</Notice>}
      <Overtaken choices={overtaken} plan={item.plan} />
      <PlanForm
        materials={materials}
        kept={kept}
        of={kind === 'prepared' ? 'titled' : put.length > 0 ? 'untitledWithPut' : 'untitled'}
        submit="plan.save"
        sent={sentAhead(newestOf(item, next).plan)}
        put={put}
        send={send}
        command={command.error instanceof PlansMet ? { ...command, error: null } : command}
        back={done}
      />
    </>
  );
}

interface OvertakenProps {
  readonly choices: PlanDraft['overtaken'];
  readonly plan: Planned['plan'];
}

function Overtaken({ choices = [], plan }: OvertakenProps) {
  const text = usePlanText();
  if (choices.length === 0) return null;
  return (
    <Notice kind="plain">
      {text('plan.overtaken')}
      <Written choices={choices} plan={plan} />
    </Notice>
  );
}

const newestOf = (item: Planned, next: Planned | undefined): Planned => (next?.id === item.id ? next : item);

/** A name that was left as it was is not sent: somebody else may have changed it. */
const renamed = (
  { title, baseTitle }: PlanDraft,
  item: Planned,
  ready: ReadyPlan,
): Pick<NewPlan, 'title' | 'baseTitle'> =>
  title === (baseTitle ?? item.title) ? {} : { title: ready.title, ...(baseTitle !== undefined && { baseTitle }) };

/** Takes out of the form what has been put while it was changed, and keeps what was written about it to be seen. */
function useOvertaken({ draft, change }: KeptDraft, put: readonly PlannedView[]): void {
  const gone = draft.choices.filter(({ id }) => put.some((question) => question.id === id));
  useEffect(() => {
    if (gone.length === 0) return;
    change({
      choices: draft.choices.filter((choice) => !gone.includes(choice)),
      overtaken: [
        ...(draft.overtaken ?? []),
        ...gone.filter((choice) => !draft.base.some((other) => isSame(other, choice))),
      ],
    });
  });
}

function begun({ title, plan }: Planned, materials: readonly DialogueMaterial[]): PlanDraft {
  const choices = changeable(plan);
  const material = materialOf(materials, plan)?.slug ?? '';
  return { title, baseTitle: title, material, choices, own: '', base: choices, theirs: [] };
}
