/** What must be undone when a run is interrupted: half-written files and locks. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pending = new Set<() => void>();

/** Runs `undo` if the run is interrupted before the returned function is called. */
export function undoneOnInterrupt(undo: () => void): () => void {
  if (pending.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  pending.add(undo);
  return () => {
    pending.delete(undo);
    if (pending.size === 0) for (const signal of SIGNALS) process.off(signal, interrupted);
  };
}

/** Undoes everything, then ends as the signal would have ended the run. */
function interrupted(signal: NodeJS.Signals): void {
  for (const undo of pending) undo();
  pending.clear();
  for (const name of SIGNALS) process.off(name, interrupted);
  process.kill(process.pid, signal);
}
