/** jsdom has no media queries: those named match, all others do not. */
export function matchMedia(...matching: string[]): void {
  globalThis.matchMedia = (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: matching.includes(media),
      onchange: null,
      addListener() {},
      removeListener() {},
    });
}
