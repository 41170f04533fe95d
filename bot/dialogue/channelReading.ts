/**
 * Which messages of the team's standard channels Teams gives the app: all of them, or only those that mention it
 * (the package without `ChannelMessage.Read.Group`).
 */
export type ChannelReading = 'on' | 'off';
