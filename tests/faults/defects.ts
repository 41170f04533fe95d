import type { Thread } from '#dialogue/held';
import { committeeOf } from '#dialogue/ids';
import { takesAnswers } from '#dialogue/post';
import { PermissionMissing, type Store } from '#usecases/ports';
import type { Outside } from '../simulation/instance.ts';
import { type Defect, NO_DEFECT } from './defect.ts';
import type { Outcry } from './outcry.ts';

/** Four ways in which the app could be wrong without anybody noticing for long; the soup must. */
export const DEFECTS: Readonly<Record<string, Defect>> = {
  'looks too early': { ...NO_DEFECT, patience: 0 },
  'remembers that a thread is not owned': {
    ...NO_DEFECT,
    outside: (outside) => ({ ...withoutGraph(outside), store: rememberingMisses(outside.store) }),
  },
  'marks a question as sent before it adopts what was held': {
    ...NO_DEFECT,
    outside: (outside) => ({ ...withoutGraph(outside), store: adoptingLast(outside.store) }),
  },
  'sends a create again that was not answered': {
    ...NO_DEFECT,
    connector: (connector) => ({ ...connector, create: (...call) => again(() => connector.create(...call)) }),
  },
};

/** Read back, what a defect lost would mostly be there again in the end. */
const withoutGraph = (outside: Outside): Outside => ({
  ...outside,
  threads: {
    read: () => Promise.reject(new PermissionMissing('graph')),
    own: () => Promise.reject(new PermissionMissing('graph')),
  },
});

function rememberingMisses(store: Store): Store {
  const known = new Map<string, Thread | undefined>();
  return {
    ...store,
    async readThread(committee, root) {
      if (!known.has(root)) known.set(root, await store.readThread(committee, root));
      return known.get(root);
    },
  };
}

/** What is held under a root is given to nobody before the post is `sent`. */
function adoptingLast(store: Store): Store {
  return {
    ...store,
    listHeld: (committee, root) => (root === undefined ? store.listHeld(committee) : Promise.resolve([])),
    async savePost(owner, post, over) {
      const won = await store.savePost(owner, post, over);
      const ref = { ...owner, key: post.key };
      if (!won || post.state.status !== 'sent' || !takesAnswers(ref)) return won;
      const committee = committeeOf(ref.partition) ?? '';
      for (const held of await store.listHeld(committee, post.state.place.root)) {
        await store.mergeAnswer(ref.partition, { ...held.reply, round: post.round ?? '', revision: 0 });
        await store.eraseHeld(committee, held);
      }
      return won;
    },
  };
}

const REPEATED = new Set([408, 500, 502, 503, 504]);

/** As the connector's own client does, unless it is stopped: four times in all. */
async function again(create: () => Promise<string>): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await create();
    } catch (error) {
      const { statusCode, code } = error as Outcry;
      const isRepeated = statusCode === undefined ? code === 'ECONNRESET' : REPEATED.has(statusCode);
      if (tries === 3 || !isRepeated) throw error;
    }
  }
}
