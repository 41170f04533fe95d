import { createContext, useContext } from 'react';
import type { Api } from '../api/api.ts';
import type { Host } from '../host/host.ts';
import type { Drafts } from '../panel/answer/drafts.ts';
import type { After } from './after.ts';
import type { PanelText } from './texts.ts';

/** What every part of the page may use; made once, before the first view. */
export interface Services {
  readonly host: Host;
  readonly text: PanelText;
  readonly api: Api;
  readonly drafts: Drafts;
  readonly after: After;
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number;
  /** The channel the page stands in. */
  readonly committee: string;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('a part of the panel stands outside its services');
  return services;
}

export const useText = (): PanelText => useServices().text;
