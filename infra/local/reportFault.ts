/** Writes where something went wrong: kind and place only, since the message of an error can hold what somebody wrote. */
export function reportFault(place: string, fault: unknown): void {
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const lines = fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  console.error([`${place}: ${kind}`, ...lines].join('\n'));
}
