/** The first page, the second ones, and the first again after each of them. */
export type Page = 'item' | Second | 'afterMine' | 'afterWho' | 'afterTrial';
export type Second = 'mine' | 'who' | 'trial';

export const isSecond = (page: Page): page is Second => page === 'mine' || page === 'who' || page === 'trial';
