import { createContext, createSignal, For, type JSX, onCleanup, Show, useContext } from "solid-js";
import { useAnnounce } from "./announce.tsx";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface Toast {
  icon: IconName;
  text: string;
  tone?: "ok" | "bad";
  action?: { label: string; run: () => void };
}

const Context = createContext<(toast: Toast) => void>();
const shownMillis = 6_000;
/** What can be acted on stays until one has read it, thought and moved there. */
const actionMillis = 20_000;

/** Passing news with at most one action. It never takes focus; what must not be missed belongs in a banner. */
export function ToastProvider(props: { children: JSX.Element }) {
  const announce = useAnnounce();
  const [toasts, setToasts] = createSignal<Toast[]>([]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const drop = (toast: Toast) => setToasts((all) => all.filter((other) => other !== toast));
  const show = (toast: Toast) => {
    setToasts((all) => [...all.slice(-2), toast]);
    announce.say(toast.text);
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        drop(toast);
      },
      toast.action === undefined ? shownMillis : actionMillis,
    );
    timers.add(timer);
  };
  onCleanup(() => timers.forEach((timer) => clearTimeout(timer)));

  return (
    <Context.Provider value={show}>
      {props.children}
      <div class="toasts">
        <For each={toasts()}>
          {(toast) => (
            <div class="toast">
              <Icon name={toast.icon} class={toast.tone === undefined ? "" : `ink-${toast.tone}`} />
              <span class="grow">{toast.text}</span>
              <Show when={toast.action}>
                {(action) => (
                  <button
                    type="button"
                    class="btn compact"
                    onClick={() => {
                      drop(toast);
                      action().run();
                    }}
                  >
                    {action().label}
                  </button>
                )}
              </Show>
            </div>
          )}
        </For>
      </div>
    </Context.Provider>
  );
}

export function useToast(): (toast: Toast) => void {
  const show = useContext(Context);
  if (show === undefined) throw new Error("useToast needs a ToastProvider above it");
  return show;
}
