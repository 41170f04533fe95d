import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { liveView } from '../api/live.ts';
import { WhenLoaded } from '../app/later.tsx';
import { isShutOut, problemOf } from '../app/problem.ts';
import { ProblemPage, type ProblemProps } from '../app/ProblemPage.tsx';
import { useServices } from '../app/services.ts';
import { useStandingError } from '../app/useStandingError.ts';
import { DarkRoom } from './DarkRoom.tsx';
import { Stage } from './Stage.tsx';
import { useStyles } from './styles.ts';

interface Props {
  /** `own`: the page stands by itself. `beside`: the panel in the same window polls. */
  readonly polling: 'own' | 'beside';
  readonly leave?: () => void;
}

/** The big screen on the same view that the panel polls. */
export default function StagePage(props: Props) {
  const { host } = useServices();
  return host.context.channel === undefined ? <Problem problem="noChannel" /> : <Live {...props} />;
}

function Live({ polling, leave }: Props) {
  const { api, committee, text } = useServices();
  const styles = useStyles();
  const [live] = useState(() => {
    const options = liveView(api, committee);
    return polling === 'own' ? options : { ...options, refetchInterval: false as const };
  });
  const { data, error: why, refetch } = useQuery(live);
  const error = useStandingError({ data, error: why });
  const loading = <Spinner label={text('loading')} />;
  if (data !== undefined && !isShutOut(error)) {
    const stale = error === null ? 'none' : problemOf(error) === 'offline' ? 'offline' : 'other';
    return (
      <WhenLoaded fallback={loading}>
        <Stage view={data} stale={stale} leave={leave} />
      </WhenLoaded>
    );
  }
  return error === null ? (
    <DarkRoom>
      <main className={styles.problem}>{loading}</main>
    </DarkRoom>
  ) : (
    <Problem problem={problemOf(error)} again={() => void refetch()} />
  );
}

/** To be read from afar too. */
function Problem(props: ProblemProps) {
  const styles = useStyles();
  return (
    <DarkRoom>
      <div className={styles.problem}>
        <ProblemPage {...props} />
      </div>
    </DarkRoom>
  );
}
