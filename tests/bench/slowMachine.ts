/** How many times slower the processor is than this machine's: an office laptop with a meeting on it. */
export const SLOWER = 4;
/** The network beside it: bits a second, and milliseconds there and back. */
const NETWORK = { bits: 10_000_000, latency: 20 };

/** What the DevTools protocol is told so that a page runs as on a slow machine. */
export const SLOW_MACHINE = [
  ['Emulation.setCPUThrottlingRate', { rate: SLOWER }],
  ['Network.enable', {}],
  [
    'Network.emulateNetworkConditions',
    {
      offline: false,
      latency: NETWORK.latency,
      downloadThroughput: NETWORK.bits / 8,
      uploadThroughput: NETWORK.bits / 8,
    },
  ],
] as const;
