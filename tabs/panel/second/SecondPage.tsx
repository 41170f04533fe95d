import type { CommitteeView } from '../../api/views.ts';
import Mine from '../mine/Mine.tsx';
import Trial from '../trial/Trial.tsx';
import WhoSees from '../who/WhoSees.tsx';
import type { Page, Second } from './secondPages.ts';

interface Props {
  readonly page: Second;
  readonly view: CommitteeView;
  readonly turnTo: (page: Page) => void;
}

/** What is a person's own, and what is read once: it does not stand on the page that is the same for all. */
export default function SecondPage({ page, view, turnTo }: Props) {
  switch (page) {
    case 'mine':
      return <Mine back={() => turnTo('afterMine')} />;
    case 'who':
      return <WhoSees view={view} back={() => turnTo('afterWho')} />;
    case 'trial':
      return <Trial view={view} back={() => turnTo('afterTrial')} />;
  }
}
