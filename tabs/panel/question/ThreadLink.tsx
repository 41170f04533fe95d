import { Link } from '@fluentui/react-components';
import type { PostView } from '../../api/views.ts';
import { useServices } from '../../app/services.ts';

interface Props {
  readonly post: PostView;
  /** What somebody would go there for. */
  readonly to: 'answer' | 'read';
}

/** Leads to the question's thread in Teams, once the question stands there. */
export function ThreadLink({ post, to }: Props) {
  const { text } = useServices();
  return post.link === undefined ? null : <TeamsLink url={post.link}>{text(`question.thread.${to}`)}</TeamsLink>;
}

/** A link into Teams: opened by Teams itself, which knows the way without a browser; still a link to copy. */
export function TeamsLink({ url, children }: { readonly url: string; readonly children: string }) {
  const { host } = useServices();
  return (
    <Link
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        host.openLink(url).catch(() => window.open(url, '_blank', 'noreferrer'));
      }}
    >
      {children}
    </Link>
  );
}
