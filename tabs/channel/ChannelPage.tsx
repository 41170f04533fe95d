import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { CommitteeView } from '../api/views.ts';
import { Boundary } from '../app/Boundary.tsx';
import { Notice } from '../app/Notice.tsx';
import { later, WhenLoaded } from '../app/later.tsx';
import { useText } from '../app/services.ts';
import { HistoryBeside } from '../panel/item/HistoryBeside.ts';
import { Panel } from '../panel/Panel.tsx';
import { useFullWindow } from '../stage/useFullWindow.ts';
import { useHasRoom } from './useHasRoom.ts';
import type { EndedItem } from './history/useHistory.ts';
import { useShownView } from './useShownView.ts';

const History = later(() => import('./history/History.tsx'));
const StagePage = later(() => import('../stage/StagePage.tsx'));
const ToBigScreen = later(() => import('./ToBigScreen.tsx'));

const useStyles = makeStyles({
  // The item's page is as wide and high as its part of this one.
  page: { maxWidth: '1500px', '& > main': { width: '100%' } },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXXL,
    '@media (max-width: 639.98px)': { '& > main': { minHeight: 'auto' } },
    // Each width in one of these alone: the order of the rules is not ours.
    '@media (min-width: 640px) and (max-width: 1023.98px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    },
    '@media (min-width: 1024px) and (max-width: 1279.98px)': { gridTemplateColumns: 'minmax(0, 1fr) 22rem' },
    // From here on an entry of the history has room in three lines.
    '@media (min-width: 1280px)': { gridTemplateColumns: 'minmax(0, 1fr) 26rem' },
  },
});

/** The tab in the channel: the item that is open now, and beside it the history. */
export function ChannelPage() {
  const text = useText();
  const styles = useStyles();
  const view = useShownView();
  const hasRoom = useHasRoom();
  const screen = useFullWindow();
  const toScreen = view?.item?.status === 'open' && (
    <WhenLoaded>
      <ToBigScreen screen={screen} />
    </WhenLoaded>
  );
  const loading = <Spinner label={text('loading')} />;
  return (
    <>
      {/* What was begun on the page is there again when the screen is left. */}
      <div hidden={screen.isOpen}>
        <div className={mergeClasses(styles.page, view && styles.beside)}>
          <HistoryBeside value>
            <Panel layout={hasRoom ? 'wide' : 'narrow'} />
          </HistoryBeside>
          {view && (
            <div className={styles.side}>
              {/* Of the item, and so before what is earlier. */}
              {toScreen && <div>{toScreen}</div>}
              {/* The history may break, and the item goes on. */}
              <Boundary fallback={<Broken />}>
                <WhenLoaded fallback={loading}>
                  <History ended={endedIn(view)} />
                </WhenLoaded>
              </Boundary>
            </div>
          )}
        </div>
      </div>
      {screen.isOpen && (
        <Boundary fallback={<Broken />}>
          <WhenLoaded fallback={loading}>
            <StagePage polling="beside" leave={screen.leave} />
          </WhenLoaded>
        </Boundary>
      )}
    </>
  );
}

/** The item that belongs in the history by now. */
const endedIn = ({ item }: CommitteeView): EndedItem | undefined =>
  item?.status === 'ended' && item.digest ? { meeting: item.id, digest: item.digest.status } : undefined;

function Broken() {
  const text = useText();
  return (
    <aside>
      <Notice kind="plain">
        {text('broken')}
        <Button onClick={() => location.reload()}>{text('reload')}</Button>
      </Notice>
    </aside>
  );
}
