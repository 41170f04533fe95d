import type { NewItem } from '../../api/api.ts';
import type { DialogueMaterial } from '../../api/views.ts';
import { useServices } from '../../app/services.ts';
import { useCommand } from '../../app/useCommand.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { type Choice, isOwn, toChosen } from '../plan/choices.ts';
import { Materials } from '../plan/Materials.tsx';
import { type KeptDraft, usePlanDraft } from '../plan/planDraft.ts';
import { PlanForm, type ReadyPlan } from '../plan/PlanForm.tsx';
import { useStyles } from '../plan/styles.ts';
import { type PlanText, usePlanText } from '../plan/usePlanText.ts';

/** What a new plan is made for: to be opened at once, or kept until the item comes. */
export type Purpose = 'open' | 'prepare';

interface Props {
  readonly purpose: Purpose;
  /** Slug of the material that the committee talks from. */
  readonly material: string | undefined;
  /** What is being prepared besides, by its title. */
  readonly next: string | undefined;
  readonly done: () => void;
}

/** Makes a new item: a title and the questions. Who opens it leads it. */
export default function OpenItem(props: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const { purpose, next } = props;
  return (
    <section className={styles.root} aria-label={text(`${purpose}.begin`)}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text(`${purpose}.begin`)}
      </h2>
      <p className={styles.words}>{text(`${purpose}.words`)}</p>
      {next !== undefined && purpose === 'open' && (
        <p className={styles.words}>{text('open.beside', { title: next })}</p>
      )}
      <Materials back={props.done}>{(materials) => <Form materials={materials} {...props} />}</Materials>
    </section>
  );
}

function Form({
  materials,
  material = '',
  purpose,
  done,
}: Props & { readonly materials: readonly DialogueMaterial[] }) {
  const { host, committee } = useServices();
  const kept = usePlanDraft(committee, () => ({ title: '', material, choices: [], own: '', base: [], theirs: [] }));
  const command = useNewItem(purpose, kept);
  const teamsMeeting = host.context.meeting;
  const send = ({ title, material: chosen, choices }: ReadyPlan): void => {
    const item = { title, material: chosen, plan: toChosen(choices) };
    command.run({ ...item, ...(teamsMeeting !== undefined && { teamsMeeting }) }, done);
  };
  return (
    <PlanForm
      materials={materials}
      kept={kept}
      of="titled"
      submit={purpose === 'open' ? 'open.confirm' : 'plan.save'}
      send={send}
      command={command}
      back={done}
    />
  );
}

function useNewItem(purpose: Purpose, { draft, forget }: KeptDraft) {
  const { committee } = useServices();
  const text = usePlanText();
  return useCommand<NewItem>(
    async (api, id, item) => {
      const view = await (purpose === 'open' ? api.open(committee, id, item) : api.planItem(committee, id, item));
      // Here and not when the page hears of it: then the form may be gone.
      forget();
      return view;
    },
    () => hadWritten(draft.choices, text),
  );
}

/** Questions of the committee's own are nowhere else: whoever wrote them sees them once more. */
function hadWritten(choices: readonly Choice[], text: PlanText): string {
  const own = choices.filter(isOwn).map((choice) => text('open.hadWritten.one', { question: choice.text }));
  return own.length === 0 ? '' : text('open.hadWritten', { questions: own.join(' ') });
}
