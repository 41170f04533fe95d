import { meeting } from '@microsoft/teams-js';

/** How long Teams may take to say what somebody may do, in milliseconds; clients that do not know the question say nothing. */
const PATIENCE = 5_000;

/**
 * Whether Teams lets this person show the app on the stage (`ChannelMeetingStage.Write.Group`): of a client that refuses,
 * fails or says nothing, no.
 */
export function canShareToStage(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const answer = (can: boolean): void => {
      clearTimeout(timer);
      resolve(can);
    };
    try {
      meeting.getAppContentStageSharingCapabilities((error, capabilities) =>
        answer(error === null && capabilities?.doesAppHaveSharePermission === true),
      );
    } catch {
      // It throws outside a meeting's frames.
      answer(false);
    }
  });
}

/** @throws Error for what Teams refuses */
export function shareToStage(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    meeting.shareAppContentToStage((error, isShared) => {
      if (error === null && isShared === true) resolve();
      else reject(new Error(`not shared to the stage: ${error?.errorCode ?? 'no reason given'}`));
    }, url);
  });
}
