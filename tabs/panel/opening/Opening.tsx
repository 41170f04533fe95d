import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CommitteeView, NextView } from '../../api/views.ts';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import ChangePlan from '../plan/ChangePlan.tsx';
import { usePlanText } from '../plan/usePlanText.ts';
import OpenItem, { type Purpose } from './OpenItem.tsx';
import { Prepared } from './Prepared.tsx';
import { useStyles } from './styles.ts';

interface Props {
  readonly view: CommitteeView;
  /** Stands there until somebody means to open an item. */
  readonly words: string | undefined;
}

type Doing =
  | { readonly type: 'nothing'; readonly after?: 'form' }
  | { readonly type: 'new'; readonly purpose: Purpose }
  /** As it stood when the change was begun: it stays though somebody else deletes it. */
  | { readonly type: 'change'; readonly next: NextView };

/** What those may do who open items: open one, or prepare it until the time comes. */
export default function Opening({ view, words }: Props) {
  const [doing, setDoing] = useState<Doing>({ type: 'nothing' });
  const done = (): void => setDoing({ type: 'nothing', after: 'form' });
  const begin = (purpose: Purpose): void => setDoing({ type: 'new', purpose });
  if (doing.type === 'new')
    return <OpenItem {...doing} material={view.committee.material} next={view.next?.title} done={done} />;
  if (doing.type === 'change') return <ChangePlan item={doing.next} kind="prepared" done={done} />;
  const { next } = view;
  if (next === undefined) return <Nothing words={words} begin={begin} />;
  return (
    <Prepared
      key={next.id}
      next={next}
      takesFocus={doing.after === 'form'}
      changePlan={() => setDoing({ type: 'change', next })}
      openOther={() => begin('open')}
    />
  );
}

function Nothing({ words, begin }: Pick<Props, 'words'> & { readonly begin: (purpose: Purpose) => void }) {
  const text = usePlanText();
  const styles = useStyles();
  return (
    <>
      {words !== undefined && <p className={styles.words}>{words}</p>}
      <ButtonRow at="start">
        <Button appearance="primary" onClick={() => begin('open')}>
          {text('open.begin')}
        </Button>
        <Button onClick={() => begin('prepare')}>{text('prepare.begin')}</Button>
      </ButtonRow>
    </>
  );
}
