/** No app token could be had, so nothing was sent. */
export class TokenUnavailable extends Error {
  constructor(cause?: unknown) {
    super('no token for the Bot Connector', { cause });
    this.name = 'TokenUnavailable';
  }
}
