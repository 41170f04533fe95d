import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { PLAN_LIMIT } from '../../api/planLimits.ts';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { describeFailure } from '../../app/failure.ts';
import { isOf } from '../../app/isOf.ts';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import type { Command } from '../../app/useCommand.ts';
import { isFit, isOwnTooLong, isSound, tooMany, totalOf } from './checks.ts';
import { type Choice, ownChoice, themeOf } from './choices.ts';
import { Picker } from './Picker.tsx';
import type { KeptDraft, PlanDraft } from './planDraft.ts';
import { Restored } from './Restored.tsx';
import { asSent, withAll } from './sentAhead.ts';
import { useStyles } from './styles.ts';
import { Title } from './Title.tsx';
import { type PlanText, usePlanText } from './usePlanText.ts';

/** A plan that the server will take. */
export interface ReadyPlan {
  readonly title: string;
  readonly material: string;
  readonly choices: readonly Choice[];
}

interface Props {
  readonly materials: readonly DialogueMaterial[];
  readonly kept: KeptDraft;
  readonly submit: 'open.confirm' | 'plan.save';
  readonly send: (plan: ReadyPlan) => void;
  readonly command: Pick<Command<never>, 'state' | 'error'>;
  /** Leaves the form; what was written stays on the device, and is there when it is opened again. */
  readonly back: () => void;
  /** Questions of the plan that were sent out beforehand. */
  readonly sent?: readonly PlannedView[];
  /** Questions of it that were put already: they can be neither changed nor chosen once more. */
  readonly put?: readonly PlannedView[];
  /** `untitled`: the item has its name already, and with questions that were put the plan may be left without others. */
  readonly of: 'titled' | 'untitled' | 'untitledWithPut';
}

/** All that is written of a plan, and what is wrong with it, each beside its field. Nothing that was written goes away. */
export function PlanForm({ materials, kept, submit, send, command, back, of, sent = NONE, put = NONE }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const form = useRef<HTMLDivElement>(null);
  const { change } = kept;
  const draft = { ...kept.draft, choices: withAll(kept.draft.choices, sent) };
  const material = materials.find(({ slug }) => slug === draft.material) ?? materials[0];
  const suggested = themeOf(material, draft.choices[0])?.title ?? text('open.untitled');
  const excess = tooMany(planned(draft));
  const isSending = command.state === 'sending';
  const sendIt = (): void => {
    const choices = asSent(planned(draft, crypto.randomUUID()), sent);
    if (!isSound(choices) || isOwnTooLong(draft.own)) {
      showFirstWrong(form.current);
      return;
    }
    change({ choices, own: '' });
    send({ title: draft.title.trim() || suggested, material: material?.slug ?? '', choices });
  };
  return (
    <div ref={form} className={styles.root}>
      <Restored {...kept} to={kept.draft.baseTitle === undefined ? 'nothing' : 'stored'} />
      {of === 'titled' && (
        <Title
          title={draft.title}
          theirs={draft.theirTitle}
          write={(title) => change({ title, theirTitle: undefined })}
          suggested={suggested}
        />
      )}
      <Picker materials={materials} material={material} draft={draft} sent={sent} put={put} change={change} />
      <InTheWay excess={excess} draft={draft} error={command.error} />
      <div className={styles.bar}>
        <p className={styles.sum}>{sumOf(draft, of, put.length, text)}</p>
        <ButtonRow>
          <Button onClick={back}>{text('lead.back')}</Button>
          <Button
            appearance={isInVain(command.error) ? 'secondary' : 'primary'}
            disabledFocusable={isSending || isNoPlan(draft, of)}
            onClick={sendIt}
          >
            <SendWords isSending={isSending}>{text(submit)}</SendWords>
          </Button>
        </ButtonRow>
      </div>
    </div>
  );
}

const NONE: readonly PlannedView[] = [];

/** Whatever is written here, the answer stays no until something else has been done. */
const isInVain = (error: Error | null): boolean =>
  isOf(error, 'MeetingAlreadyOpen', 'MeetingAlreadyPlanned', 'NotOpener', 'PermissionMissing');

/** With no field wrong it cannot be saved all the same: beside the button or above it is said what to do. */
function isNoPlan(draft: PlanDraft, of: Props['of']): boolean {
  const all = planned(draft);
  return tooMany(all) > 0 || (of !== 'untitledWithPut' && all.length === 0);
}

/** A question that was written and not added is meant to be asked. */
const planned = ({ choices, own }: PlanDraft, id = ''): readonly Choice[] =>
  own.trim() === '' ? choices : [...choices, ownChoice(own.trim(), id)];

interface InTheWayProps {
  /** How many questions there is no room for. */
  readonly excess: number;
  readonly draft: PlanDraft;
  readonly error: Error | null;
}

/** Why the plan as a whole is not saved. */
function InTheWay({ excess, draft, error }: InTheWayProps) {
  const text = usePlanText();
  return (
    <>
      {excess > 0 && <Notice kind="trouble">{text('picker.tooMany', { count: excess, limit: PLAN_LIMIT })}</Notice>}
      {draft.theirs.length > 0 && <Notice kind="trouble">{text('theirs.told')}</Notice>}
      {error && <Notice kind="trouble">{describeFailure(error, text)}</Notice>}
    </>
  );
}

/** What would be saved now: it stands in sight wherever something is chosen. Where a field is wrong there is no sum. */
function sumOf(draft: PlanDraft, of: Props['of'], put: number, text: PlanText): string {
  const all = planned(draft);
  if (isOwnTooLong(draft.own) || !all.every(isFit)) return text('picker.sum.wrong');
  if (all.length === 0 && of !== 'untitledWithPut') return text('picker.needsOne');
  return text(put > 0 ? 'picker.sum.left' : 'picker.sum', { count: all.length, minutes: totalOf(all) });
}

/** Takes the focus to the first field that cannot be sent as it is, also where it is folded away. */
function showFirstWrong(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
