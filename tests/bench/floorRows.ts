/** Where the floor keeps its rows. */
export const FLOOR_TABLE = 'Floor';

/** Ids of conversations hold characters that keys must not. */
export const floorPartition = (conversation: string): string => Buffer.from(conversation).toString('base64url');
