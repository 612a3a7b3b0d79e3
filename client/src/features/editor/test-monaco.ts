/** Monaco in jsdom, which lacks two things that Monaco asks of a browser as soon as it is imported. */
export async function importMonaco(): Promise<typeof import("monaco-editor/editor")> {
  globalThis.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
  Object.defineProperty(globalThis, "CSS", { value: { escape: (name: string) => name } });
  return import("monaco-editor/editor");
}
