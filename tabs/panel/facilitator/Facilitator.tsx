import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { useLeadText } from './useLeadText.ts';
import { Bar } from './Bar.tsx';
import { EndSurely } from './EndSurely.tsx';
import { Plan } from './Plan.tsx';
import { useStyles } from './styles.ts';
import { covers, isPlan } from './unfolded.ts';
import { type Unfolding, useFacilitator } from './useFacilitator.ts';

const ChangePlan = lazy(() => import('../plan/ChangePlan.tsx'));

/** What the facilitator has beyond the others: the plan, and a bar with the one thing that comes next. */
export default function Facilitator({ item, ...unfolding }: { readonly item: ItemView } & Unfolding) {
  const styles = useStyles();
  const text = useLeadText();
  const state = useFacilitator(item, unfolding);
  // What is covered has the page's heading.
  const title = covers(state.unfolded, item) && <h1 className={styles.title}>{item.title}</h1>;
  if (state.unfolded === 'changing') {
    return (
      <>
        {title}
        <Changing item={item} done={() => state.unfold('changed')} />
      </>
    );
  }
  // Before the first question the plan is what the page is about.
  const showsPlan = item.round === undefined || isPlan(state.unfolded);
  return (
    <>
      {title}
      {showsPlan && <Plan item={item} state={state} />}
      <section className={styles.bar} aria-label={text('lead.bar')}>
        {state.command.error && <Notice kind="trouble">{describeFailure(state.command.error, text)}</Notice>}
        {state.unfolded === 'ending' ? <EndSurely item={item} state={state} /> : <Bar item={item} state={state} />}
      </section>
    </>
  );
}

function Changing(props: { readonly item: ItemView; readonly done: () => void }) {
  const text = useLeadText();
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <ChangePlan {...props} />
    </Suspense>
  );
}
