/** Most people on a committee's list; the server checks it again. A test compares the two. */
export const COMMITTEE_LIMIT = 200;
