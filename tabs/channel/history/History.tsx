import { Button, Spinner } from '@fluentui/react-components';
import { useId } from 'react';
import { describeFailure } from '../../app/failure.ts';
import { Notice } from '../../app/Notice.tsx';
import { healsItself } from '../../app/readOnce.ts';
import { useStandingError } from '../../app/useStandingError.ts';
import { HistoryList } from './HistoryList.tsx';
import { useStyles } from './styles.ts';
import { Taken } from './Taken.tsx';
import { type EndedItem, useHistory } from './useHistory.ts';
import { useHistoryText } from './useHistoryText.ts';

interface Props {
  /** An item that has to be in it. */
  readonly ended: EndedItem | undefined;
}

/** What the committee has talked about before. Loaded, with its sentences, when the channel's tab is seen. */
export default function History({ ended }: Props) {
  const text = useHistoryText();
  const styles = useStyles();
  const id = useId();
  return (
    <aside aria-labelledby={id} className={styles.root}>
      <h2 id={id} className={styles.heading}>
        {text('history')}
      </h2>
      <Content ended={ended} />
    </aside>
  );
}

function Content({ ended }: Props) {
  const text = useHistoryText();
  const styles = useStyles();
  const { data, error, refetch } = useHistory(ended);
  const why = useStandingError({ data, error });
  if (data !== undefined)
    return (
      <>
        {/* Above a list that may be long. */}
        <Taken taken={data.taken} />
        {data.items.length === 0 ? (
          <p className={styles.words}>{text('history.empty')}</p>
        ) : (
          <HistoryList items={data.items} ended={ended} />
        )}
      </>
    );
  if (why === null) return <Spinner label={text('loading')} />;
  return (
    <Notice kind="plain">
      {healsItself(why) ? text('history.failed') : describeFailure(why, text)}
      <Button onClick={() => void refetch()}>{text('again')}</Button>
    </Notice>
  );
}
