// How long something takes, on a machine that does much else at once.

/** Milliseconds that the processor has worked for this process. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
