/** Milliseconds of processor time that this process has had: what else the machine does is no part of it, so a bound on it holds there, too. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
