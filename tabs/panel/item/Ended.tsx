import { useContext } from 'react';
import type { ItemView } from '../../api/views.ts';
import { isSameDay } from '../../app/isSameDay.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useServices, useText } from '../../app/services.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';
import { HistoryBeside } from './HistoryBeside.ts';
import { PostLine } from './PostLine.tsx';
import { useStyles } from './styles.ts';

const ToMinutes = later(() => import('./ToMinutes.tsx'));

/** An item that is over: that it is, and where what was gathered can be read. */
export function Ended({ item, takesFocus }: { readonly item: ItemView; readonly takesFocus: boolean }) {
  const text = useText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(takesFocus);
  const { now } = useServices();
  const isInHistory = useContext(HistoryBeside);
  const { digest, endedAt } = item;
  const at = endedAt ?? item.version;
  return (
    <>
      <p className={styles.subtle}>{item.title}</p>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {text(isSameDay(at, now()) ? 'item.ended' : 'item.ended.on', { at: new Date(at) })}
      </h1>
      {digest === undefined ? (
        <p className={styles.words}>{text('item.noDigest')}</p>
      ) : (
        <PostLine item={item} post={digest} of="digest" />
      )}
      {digest?.link !== undefined && (
        <p className={styles.words}>
          {text('item.digest')} <TeamsLink url={digest.link}>{text('item.digest.open')}</TeamsLink>
        </p>
      )}
      {digest !== undefined && !isInHistory && (
        <WhenLoaded>
          <ToMinutes item={item} />
        </WhenLoaded>
      )}
    </>
  );
}
