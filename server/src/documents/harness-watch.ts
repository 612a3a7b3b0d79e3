/** What a test waits for: each claim is looked at when it is made and again at every `look`. */
export function createWatch() {
  const watchers = new Set<() => void>();
  return {
    look: (): void => watchers.forEach((watch) => watch()),
    /** Resolves once the claim holds. */
    until: (holds: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const watch = (): void => {
          if (!holds()) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
  };
}
