import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { Answer, Refusal } from "./answer.ts";
import { whenBack } from "./when-back.ts";

/** A question on its way, answered, or refused. */
export type Asked<T> = { state: "loading" } | { state: "ready"; value: T } | { state: "refused"; refusal: Refusal };

/**
 * Asks whenever `key` changes, and again on demand. While asking again what was answered stays; a refusal then keeps it
 * too, so that a page never loses what it shows. What no answer came to is asked again as soon as there is a connection.
 */
export function createAsked<K, T>(
  key: Accessor<K>,
  ask: (key: K) => Promise<Answer<T>>,
): [Accessor<Asked<T>>, () => void] {
  const [asked, setAsked] = createSignal<Asked<T>>({ state: "loading" });
  let turn = 0;
  const start = async (of: K) => {
    const mine = ++turn;
    const answer = await ask(of);
    if (mine !== turn) return;
    if (answer.ok) setAsked({ state: "ready", value: answer.value });
    else setAsked((before) => (before.state === "ready" ? before : { state: "refused", refusal: answer }));
  };
  createEffect(
    on(key, (of) => {
      setAsked({ state: "loading" });
      void start(of);
    }),
  );
  const again = () => {
    setAsked((before) => (before.state === "ready" ? before : { state: "loading" }));
    void start(key());
  };
  whenBack(() => refusalOf(asked())?.status === 0 && again());
  return [asked, again];
}

/** What was answered, if anything was. */
export const valueOf = <T>(asked: Asked<T>): T | undefined => (asked.state === "ready" ? asked.value : undefined);
export const refusalOf = <T>(asked: Asked<T>): Refusal | undefined =>
  asked.state === "refused" ? asked.refusal : undefined;
