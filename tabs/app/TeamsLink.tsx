import { Link } from '@fluentui/react-components';
import { useServices } from './services.ts';

interface Props {
  readonly url: string;
  readonly children: string;
}

/** A link into Teams: opened by Teams itself, which knows the way without a browser; still a link to copy. */
export function TeamsLink({ url, children }: Props) {
  const { host } = useServices();
  return (
    <Link
      inline
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
