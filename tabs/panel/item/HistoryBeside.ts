import { createContext } from 'react';

/** Whether the history stands beside the item: what can be done with an earlier one is offered there, and not twice. */
export const HistoryBeside = createContext(false);
