import { Link, makeStyles } from '@fluentui/react-components';
import { useServices } from './services.ts';

// The words of a link are few, and read in one go.
const useStyles = makeStyles({ root: { whiteSpace: 'nowrap' } });

interface Props {
  readonly url: string;
  readonly children: string;
}

/** A link into Teams: opened by Teams itself, which knows the way without a browser; still a link to copy. */
export function TeamsLink({ url, children }: Props) {
  const { host } = useServices();
  const styles = useStyles();
  return (
    <Link
      className={styles.root}
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
