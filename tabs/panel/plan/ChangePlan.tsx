import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NewPlan } from '../../api/api.ts';
import type { DialogueMaterial, ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { useCommand } from '../../app/useCommand.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { changeable, materialOf, toChosen } from './choices.ts';
import { Materials } from './Materials.tsx';
import { Picker } from './Picker.tsx';
import { useStyles } from './styles.ts';

interface Props {
  readonly item: ItemView;
  readonly done: () => void;
}

/** Changes what is left of the plan: questions that were put stay where and as they are. */
export default function ChangePlan(props: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  return (
    <section className={styles.root} aria-label={text('plan.change')}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('plan.change')}
      </h2>
      <Materials>{(materials) => <Editor materials={materials} {...props} />}</Materials>
    </section>
  );
}

function Editor({ item, done, materials }: Props & { readonly materials: readonly DialogueMaterial[] }) {
  const text = useLeadText();
  const styles = useStyles();
  const plan = usePlanDraft(item, materials);
  const command = useCommand<NewPlan>((api, id, next) => api.changePlan(item.id, id, next));
  const isSending = command.state === 'sending';
  const isEmpty = plan.choices.length === 0 && changeable(item.plan).length === item.plan.length;
  return (
    <>
      <Picker materials={materials} {...plan} />
      {command.error && <Notice kind="trouble">{describeFailure(command.error, text)}</Notice>}
      {isEmpty && <p className={styles.subtle}>{text('picker.needsOne')}</p>}
      <div className={styles.row}>
        <Button onClick={done}>{text('cancel')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={isSending || isEmpty}
          onClick={() => plan.material && command.run(plan.toSend(plan.material.slug), done)}
        >
          {text(isSending ? 'sending' : 'plan.save')}
        </Button>
      </div>
    </>
  );
}

/** Begins from the plan as it stands; where somebody else changes it meanwhile, what is written here is set against theirs. */
function usePlanDraft(item: ItemView, materials: readonly DialogueMaterial[]) {
  const [base, setBase] = useState({ revision: item.planRevision, choices: changeable(item.plan) });
  const [material, chooseMaterial] = useState(() => materialOf(materials, item.plan));
  if (base.revision !== item.planRevision) setBase({ revision: item.planRevision, choices: changeable(item.plan) });
  return {
    material,
    chooseMaterial,
    choices: base.choices,
    choose: (choices: typeof base.choices) => setBase({ ...base, choices }),
    toSend: (slug: string): NewPlan => {
      const put = item.plan.filter(({ status }) => status === 'open' || status === 'closed');
      // The contract wants at least one question; those that were put change nothing.
      const chosen = base.choices.length > 0 ? base.choices : put;
      return { revision: base.revision, material: slug, plan: toChosen(chosen) };
    },
  };
}
