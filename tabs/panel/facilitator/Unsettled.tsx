import { makeStyles, tokens } from '@fluentui/react-components';
import type { ItemView, UnsettledView } from '../../api/views.ts';
import { Marked } from '../../app/Marked.tsx';
import { type LeadText, useLeadText } from './useLeadText.ts';
import { firstWords } from '../question/firstWords.ts';
import SettlePost from './SettlePost.tsx';

const useStyles = makeStyles({
  summary: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, cursor: 'pointer' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  name: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly item: ItemView;
  /** Key of the post that stands on the page by itself. */
  readonly except: string | undefined;
}

/** What else waits for the facilitator than the message the page is about, each by its name: folded while an item goes on. */
export default function Unsettled({ item, except }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  const others = item.unsettled.filter(({ post }) => post.key !== except);
  if (others.length === 0) return null;
  return (
    <details open={item.status === 'ended'}>
      <summary className={styles.summary}>{text('settle.others', { count: others.length })}</summary>
      <ul className={styles.list}>
        {others.map((unsettled) => (
          <Other key={unsettled.post.key} item={item} unsettled={unsettled} />
        ))}
      </ul>
    </details>
  );
}

function Other({ item, unsettled }: { readonly item: ItemView; readonly unsettled: UnsettledView }) {
  const text = useLeadText();
  const styles = useStyles();
  const name = nameOf(unsettled, item, text);
  const question = item.plan[unsettled.number - 1];
  return (
    <li>
      <div role="group" aria-label={name}>
        <p className={styles.name}>
          <Marked words={name} part={firstWords(question?.text ?? '')} lang={question?.theme?.language} />
        </p>
        <SettlePost item={item} unsettled={unsettled} words={`settle.other.${unsettled.post.status}`} />
      </div>
    </li>
  );
}

function nameOf({ of, number }: UnsettledView, { plan }: ItemView, text: LeadText): string {
  if (of === 'digest') return text('settle.which.digest', { number });
  const question = firstWords(plan[number - 1]?.text ?? '');
  return text('settle.which.question', { number, of: plan.length, question });
}
