/** What work costs of a processor, in milliseconds, whatever else the host does. */
export function processorTime<T>(work: () => T): { result: T; millis: number } {
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return { result, millis: (user + system) / 1_000 };
}
