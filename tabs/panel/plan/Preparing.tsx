import type { CommitteeView } from '../../api/views.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { useStyles } from './styles.ts';
import { usePlanText } from './usePlanText.ts';

/** What has been sent out beforehand, to those who do not prepare the item: what to think about, and where to write. */
export default function Preparing({ questions }: { readonly questions: NonNullable<CommitteeView['preparing']> }) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={text('preparing')}>
      <h2 className={styles.part}>{text('preparing')}</h2>
      <p className={styles.words}>{text('preparing.words')}</p>
      <ul className={styles.list}>
        {questions.map(({ id, text: words, language, link }) => (
          <li key={id} className={styles.choice}>
            <p className={styles.words} lang={language}>
              {words}
            </p>
            <div>
              <TeamsLink url={link}>{text('question.thread.answer')}</TeamsLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
