import { mergeClasses, Spinner } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useLeadText } from './useLeadText.ts';
import { Bar } from './Bar.tsx';
import { EndSurely } from './EndSurely.tsx';
import { Plan } from './Plan.tsx';
import { useStyles } from './styles.ts';
import { covers, isPlan } from './unfolded.ts';
import { type FacilitatorState, type Unfolding, useFacilitator } from './useFacilitator.ts';

const ChangePlan = later(() => import('../plan/ChangePlan.tsx'));
const HandOver = later(() => import('../room/HandOver.tsx'));
const AppointScribe = later(() => import('../room/AppointScribe.tsx'));

interface Props extends Unfolding {
  readonly item: ItemView;
  /** What stands under the plan, before the first question. */
  readonly more: ReactNode;
}

/** What the facilitator has beyond the others: the plan, and a bar with the one thing that comes next. */
export default function Facilitator({ item, more, ...unfolding }: Props) {
  const styles = useStyles();
  const text = useLeadText();
  const state = useFacilitator(item, unfolding);
  // What is covered has the page's heading.
  const title = covers(state.unfolded, item) && <h1 className={styles.title}>{item.title}</h1>;
  const page = pageOf(item, state);
  if (page !== undefined) {
    return (
      <>
        {title}
        <WhenLoaded fallback={<Spinner label={text('loading')} />}>{page}</WhenLoaded>
      </>
    );
  }
  // Before the first question the plan is what the page is about.
  const showsPlan = item.round === undefined || isPlan(state.unfolded);
  return (
    <>
      {title}
      {showsPlan && <Plan item={item} state={state} />}
      {more}
      <section
        className={mergeClasses(styles.bar, covers(state.unfolded, item) && styles.beneath)}
        aria-label={text('lead.bar')}
      >
        {state.command.error && <Notice kind="trouble">{describeFailure(state.command.error, text)}</Notice>}
        {state.unfolded === 'ending' ? <EndSurely item={item} state={state} /> : <Bar item={item} state={state} />}
      </section>
    </>
  );
}

/** What stands in place of everything else, and loads when it is opened. */
function pageOf(item: ItemView, state: FacilitatorState): ReactNode {
  if (state.unfolded === 'changing') return <ChangePlan item={item} done={() => state.unfold('changed')} />;
  if (state.unfolded === 'handOver') return <HandOver item={item} done={state.comeBack} />;
  return state.unfolded === 'scribe' ? <AppointScribe item={item} done={state.comeBack} /> : undefined;
}
