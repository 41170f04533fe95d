import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { CommitteeView, ItemView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { MyAnswer } from '../answer/MyAnswer.tsx';
import { Question } from '../question/Question.tsx';
import { Ended } from './Ended.tsx';
import { MoreToSettle, Unsent } from './LaterParts.tsx';
import { useStyles } from './styles.ts';

const Opening = lazy(() => import('../opening/Opening.tsx'));

interface Props {
  readonly view: CommitteeView;
  readonly takesFocus: boolean;
}

/** The page while no item is open: nothing, or the item that is over. */
export default function Resting({ view, takesFocus }: Props) {
  const { item } = view;
  if (item === undefined) return <NothingOpen view={view} />;
  return (
    <>
      <Ended item={item} takesFocus={takesFocus} />
      <MoreToSettle item={item} except={item.digest?.key} />
      <NextItem view={view} />
      <LeftOver item={item} view={view} />
      <Unsent item={item} except={item.round?.mine && item.round.id} />
    </>
  );
}

/** One's own answer can be deleted at any time, also when the item is over. */
function LeftOver({ item, view }: { readonly item: ItemView; readonly view: CommitteeView }) {
  const { round } = item;
  if (round?.mine === undefined) return null;
  return (
    <>
      <Question item={item} round={round} />
      <MyAnswer key={round.id} item={item} round={round} view={view} />
    </>
  );
}

/** Who can do something about it. */
function nothingOpen({ you }: CommitteeView): 'nothing.owner' | 'nothing.permission' | 'nothing.member' {
  if (you.mayOpen) return 'nothing.owner';
  return you.permissionMissing ? 'nothing.permission' : 'nothing.member';
}

function NothingOpen({ view }: { readonly view: CommitteeView }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <h1 className={styles.heading}>{view.committee.name}</h1>
      <NextItem view={view} words={text(nothingOpen(view))} />
    </>
  );
}

interface NextItemProps {
  readonly view: CommitteeView;
  /** Stands there until somebody means to open an item. */
  readonly words?: string;
}

/** What is done to open an item loads for those who may. */
function NextItem({ view, words }: NextItemProps) {
  const text = useText();
  const styles = useStyles();
  if (!view.you.mayOpen) return words !== undefined && <p className={styles.words}>{words}</p>;
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <Opening view={view} words={words} />
    </Suspense>
  );
}
