import type { Hop } from "@proofroom/domain/judge/trace";
import { For, Show } from "solid-js";

/** What a process asked of caches, queues, object stores and other services for a request, with what came of it. */
export const Asks = (props: { hop: Hop }) => (
  <Show when={props.hop.asks}>
    {(asks) => (
      <ul class="card said" aria-label={`What ${props.hop.component} asked of others`}>
        <For each={asks()}>
          {(ask) => (
            <li classList={{ "ink-bad": ask.isRefused }}>
              <b class="strong">{ask.to}</b>
              <code title={ask.step?.words}>{ask.what}</code>
              <span>{ask.came}</span>
              <span class="push muted">{`${ask.millis.toFixed(1)}\u00a0ms`}</span>
            </li>
          )}
        </For>
      </ul>
    )}
  </Show>
);
