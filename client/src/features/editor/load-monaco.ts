import { type Accessor, createEffect, createSignal } from "solid-js";
import { tellEditorIsThere } from "./arrival.ts";
import type { MonacoEditor } from "./MonacoEditor.tsx";

const phone = "(width < 600px)";

/** Brings Monaco after the plain editor already works; never on a phone or where a person chose plain text. */
export function createMonacoLoader(wantsPlain: Accessor<boolean>) {
  const [loaded, setLoaded] = createSignal<typeof MonacoEditor | undefined>(undefined);
  const [hasFailed, setFailed] = createSignal(false);
  const isPlainByChoice = () => wantsPlain() || matchMedia(phone).matches || hasFailed();

  function load(): void {
    setFailed(false);
    void import("./MonacoEditor.tsx")
      .then(
        (module) => setLoaded(() => module.MonacoEditor),
        () => setFailed(true),
      )
      .finally(tellEditorIsThere);
  }

  createEffect(() => {
    if (wantsPlain() || matchMedia(phone).matches) tellEditorIsThere();
    else if (loaded() === undefined) load();
  });

  return {
    component: () => (isPlainByChoice() ? undefined : loaded()),
    isPlainByChoice,
    hasFailed,
    /** Monaco came and then broke: the plain editor takes over. */
    fail: () => setFailed(true),
    retry: load,
  };
}
