import type { MineView } from '../../../api/views.ts';
import { later, WhenLoaded } from '../../../app/later.tsx';
import { createServer, type FakeServer } from '../../../testing/fakeServer.ts';
import { createHost, show } from '../../../testing/renderPanel.tsx';
import { aView } from '../../../testing/views.ts';

export function open(...answers: readonly MineView[]) {
  const server = createServer(aView());
  for (const body of answers) server.answerNext({ status: 200, body });
  return openOn(server);
}

const Mine = later(() => import('../Mine.tsx'));

/** As the panel shows it: it loads when it is opened. */
const Loaded = (props: { readonly back: () => void }) => (
  <WhenLoaded>
    <Mine {...props} />
  </WhenLoaded>
);

export function openOn(server: FakeServer, host = createHost()) {
  let lefts = 0;
  const shown = show(server, { host, page: <Loaded back={() => void (lefts += 1)} /> });
  return { ...shown, lefts: () => lefts };
}
