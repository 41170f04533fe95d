import { makeStyles, tokens } from '@fluentui/react-components';
import type { CommitteeView } from '../../api/views.ts';
import { WhenLoaded } from '../../app/later.tsx';
import { useServices, useText } from '../../app/services.ts';
import ToStage from '../../stage/ToStage.tsx';
import ToTrial from '../trial/ToTrial.tsx';
import ToWho from '../who/ToWho.tsx';
import { QuietLink } from './QuietLink.tsx';
import type { Page } from './secondPages.ts';

const useRow = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalL,
  },
});

interface Props {
  readonly page: Page;
  readonly view: CommitteeView;
  readonly turnTo: (page: Page) => void;
}

/** What leads on from the first page, or is seldom used on it. Each waits for its own sentences. */
export default function More({ page, view, turnTo }: Props) {
  const { host } = useServices();
  const text = useText();
  const styles = useRow();
  const focused = (): void => turnTo('item');
  return (
    <div className={styles.root}>
      <QuietLink turn={() => turnTo('mine')} takesFocus={page === 'afterMine'} focused={focused} words={text('mine')} />
      <WhenLoaded>
        <ToWho turn={() => turnTo('who')} takesFocus={page === 'afterWho'} focused={focused} />
      </WhenLoaded>
      {view.item?.status !== 'open' && (
        <WhenLoaded>
          <ToTrial turn={() => turnTo('trial')} takesFocus={page === 'afterTrial'} focused={focused} />
        </WhenLoaded>
      )}
      {host.context.frame === 'sidePanel' && isScribe(view) && (
        <WhenLoaded>
          <ToStage />
        </WhenLoaded>
      )}
    </div>
  );
}

/** What stands on the meeting's stage is for whoever leads, who has it behind ⋯, or writes for the others. */
const isScribe = ({ item }: CommitteeView): boolean =>
  item?.status === 'open' && !item.lead.mine && item.scribe?.mine === true;
