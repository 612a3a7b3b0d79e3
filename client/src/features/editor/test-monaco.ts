import { matchMedia } from "../../ui/test-media.ts";

/** Monaco in jsdom, which lacks two things that Monaco asks of a browser as soon as it is imported. */
export async function importMonaco(): Promise<typeof import("monaco-editor/editor")> {
  matchMedia();
  Object.defineProperty(globalThis, "CSS", { value: { escape: (name: string) => name } });
  return import("monaco-editor/editor");
}
