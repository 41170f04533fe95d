import { Spinner } from '@fluentui/react-components';
import type { CommitteeView, ItemView, RoundView } from '../../api/views.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useText } from '../../app/services.ts';
import SavedAnswer from '../answer/SavedAnswer.tsx';
import { useMyAnswer } from '../answer/useMyAnswer.ts';
import { firstWords } from '../question/firstWords.ts';
import { Ended } from './Ended.tsx';
import { MoreToSettle, Unsent } from './LaterParts.tsx';
import { useStyles } from './styles.ts';

const Preparing = later(() => import('../plan/Preparing.tsx'));
const Opening = later(() => import('../opening/Opening.tsx'));

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
      {item.round?.mine && <LeftOver key={item.round.id} item={item} round={item.round} view={view} />}
      <Unsent item={item} except={item.round?.mine && item.round.id} />
    </>
  );
}

interface LeftOverProps extends Pick<Props, 'view'> {
  readonly item: ItemView;
  readonly round: RoundView;
}

/** One's own answer can be deleted at any time, also when the item is over. */
function LeftOver({ item, round, view }: LeftOverProps) {
  const state = useMyAnswer(item, round, view.you.side);
  return <SavedAnswer state={state} round={round} to={firstWords(round.question.text, SHORT)} />;
}

/** Characters of a question by which whoever answered it knows it again. */
const SHORT = 45;

/** Who can do something about it; where nobody knows who may, that nothing is open comes first. */
function nothingOpen({ you }: CommitteeView, text: ReturnType<typeof useText>): string {
  if (you.mayOpen) return text('nothing.owner');
  return you.permissionMissing ? `${text('nothing.open')} ${text('error.PermissionMissing')}` : text('nothing.member');
}

function NothingOpen({ view }: { readonly view: CommitteeView }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <h1 className={styles.heading}>{view.committee.name}</h1>
      <NextItem view={view} words={nothingOpen(view, text)} />
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
  if (!view.you.mayOpen) {
    return (
      <>
        {words !== undefined && <p className={styles.words}>{words}</p>}
        {view.preparing && (
          <WhenLoaded>
            <Preparing questions={view.preparing} />
          </WhenLoaded>
        )}
      </>
    );
  }
  return (
    <WhenLoaded fallback={<Spinner label={text('loading')} />}>
      <Opening view={view} words={words} />
    </WhenLoaded>
  );
}
