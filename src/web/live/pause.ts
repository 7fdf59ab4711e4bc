/** Waits so long, or until the device is connected again, or until the signal says to stop. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const over = new AbortController();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    addEventListener("online", stop, { signal: over.signal });
    signal.addEventListener("abort", stop, { signal: over.signal });
  });
  over.abort();
}
