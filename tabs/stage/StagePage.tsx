import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { liveView } from '../api/live.ts';
import { problemOf } from '../app/problem.ts';
import { ProblemPage } from '../app/ProblemPage.tsx';
import { useServices } from '../app/services.ts';
import { Stage } from './Stage.tsx';

interface Props {
  /** `own`: the page stands by itself. `beside`: the panel in the same window polls. */
  readonly polling: 'own' | 'beside';
  readonly leave?: () => void;
}

/** The big screen on the same view that the panel polls. */
export default function StagePage(props: Props) {
  const { host } = useServices();
  return host.context.channel === undefined ? <ProblemPage problem="noChannel" /> : <Live {...props} />;
}

function Live({ polling, leave }: Props) {
  const { api, committee, text } = useServices();
  const [live] = useState(() => {
    const options = liveView(api, committee);
    return polling === 'own' ? options : { ...options, refetchInterval: false as const };
  });
  const { data, error, refetch } = useQuery(live);
  const loading = <Spinner label={text('loading')} />;
  if (data !== undefined && (error === null || problemOf(error) !== 'outsider')) {
    const stale = error === null ? 'none' : problemOf(error) === 'offline' ? 'offline' : 'other';
    return (
      <Suspense fallback={loading}>
        <Stage view={data} stale={stale} leave={leave} />
      </Suspense>
    );
  }
  return error === null ? (
    <main>{loading}</main>
  ) : (
    <ProblemPage problem={problemOf(error)} again={() => void refetch()} />
  );
}
