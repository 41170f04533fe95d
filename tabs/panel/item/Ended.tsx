import type { ItemView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { TeamsLink } from '../question/ThreadLink.tsx';
import { PostLine } from './PostLine.tsx';
import { useStyles } from './styles.ts';

/** An item that is over: that it is, and where what was gathered can be read. */
export function Ended({ item }: { readonly item: ItemView }) {
  const text = useText();
  const styles = useStyles();
  const { digest, endedAt } = item;
  return (
    <>
      <p className={styles.subtle}>{item.title}</p>
      <h1 className={styles.heading}>
        {text('item.ended', { at: new Date(endedAt ?? item.version) })}
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
    </>
  );
}
