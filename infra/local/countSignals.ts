/** Wishes to stop, counted: Ctrl-C, `kill`, a terminal that was closed. From the first on, none ends the process by itself. */
export interface Signals {
  /** Resolves when the `n`th has come. */
  times(n: number): Promise<void>;
}

export function countSignals(): Signals {
  let count = 0;
  const waiting: { readonly n: number; readonly resolve: () => void }[] = [];
  const heard = (): void => {
    count += 1;
    for (const { n, resolve } of waiting) if (count >= n) resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  return {
    times: (n) =>
      new Promise((resolve) => {
        if (count >= n) resolve();
        else waiting.push({ n, resolve });
      }),
  };
}
