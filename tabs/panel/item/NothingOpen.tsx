import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { CommitteeView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { useStyles } from './styles.ts';

const Opening = lazy(() => import('../opening/Opening.tsx'));

/** Who can do something about it. */
function nothingOpen({ you }: CommitteeView): 'nothing.owner' | 'nothing.permission' | 'nothing.member' {
  if (you.mayOpen) return 'nothing.owner';
  return you.permissionMissing ? 'nothing.permission' : 'nothing.member';
}

/** The page while no item is open. */
export function NothingOpen({ view }: { readonly view: CommitteeView }) {
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
export function NextItem({ view, words }: NextItemProps) {
  const text = useText();
  const styles = useStyles();
  if (!view.you.mayOpen) return words !== undefined && <p className={styles.words}>{words}</p>;
  return (
    <Suspense fallback={<Spinner label={text('loading')} />}>
      <Opening view={view} words={words} />
    </Suspense>
  );
}
