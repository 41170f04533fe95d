import type { ItemView, PostView } from '../../api/views.ts';
import { later, WhenLoaded } from '../../app/later.tsx';
import { useText } from '../../app/services.ts';
import { isRefused } from './isRefused.ts';
import { useStyles } from './styles.ts';

const SettlePost = later(() => import('../facilitator/SettlePost.tsx'));

interface Props {
  readonly item: ItemView;
  readonly post: PostView;
  readonly of: 'question' | 'digest';
}

/** Where a message of the bot stands, for as long as it is not in the channel. The facilitator can settle what is not known. */
export function PostLine({ item, post, of }: Props) {
  const text = useText();
  const styles = useStyles();
  if (post.status === 'sent') return null;
  const unsettled = item.unsettled.find((waiting) => waiting.post.key === post.key);
  if (unsettled !== undefined) {
    // That one can answer here meanwhile is true while there is a question to answer.
    const kind = of === 'question' && item.round?.status !== 'open' ? 'preparation' : of;
    return (
      <WhenLoaded>
        <SettlePost
          key={post.key}
          item={item}
          unsettled={unsettled}
          words={`settle.${kind}.${unsettled.post.status}`}
          isMain={of === 'digest' || isRefused(item)}
        />
      </WhenLoaded>
    );
  }
  // Whoever waits for the digest reads why it is not there; what is on its way needs nobody's eye.
  const looks = of === 'digest' && post.status !== 'sending' ? styles.words : styles.subtle;
  return <p className={looks}>{text(`post.${of}.${post.status}`, { name: item.lead.name })}</p>;
}
