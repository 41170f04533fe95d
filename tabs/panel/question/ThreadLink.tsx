import type { PostView } from '../../api/views.ts';
import { useText } from '../../app/services.ts';
import { TeamsLink } from '../../app/TeamsLink.tsx';

interface Props {
  readonly post: PostView;
  /** What somebody would go there for. */
  readonly to: 'answer' | 'read';
}

/** Leads to the question's thread in Teams, once the question stands there. */
export function ThreadLink({ post, to }: Props) {
  const text = useText();
  if (post.link === undefined) return null;
  return <TeamsLink url={post.link}>{text(`question.thread.${to}`)}</TeamsLink>;
}
