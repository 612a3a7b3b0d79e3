import { For } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";

const facts: { icon: IconName; term: string; sentence: string }[] = [
  {
    icon: "record",
    term: "Recorded",
    sentence: "Your edits, chat messages and runs, each with its time. No camera, no microphone, no screen.",
  },
  { icon: "eye", term: "Who sees it", sentence: "The people of this room, you included, now and afterwards." },
  { icon: "clock", term: "Kept", sentence: "On the server of whoever invited you. Nothing is deleted by itself." },
  {
    icon: "play",
    term: "What runs",
    sentence: "Only the design you write, as a small system on that server. It is torn down after each run.",
  },
];

/** What somebody agrees to by going on, said before they do. */
export const Recorded = () => (
  <section aria-labelledby="what" class="vstack" style={{ gap: "16px" }}>
    <h2 id="what">What is recorded</h2>
    <dl class="facts">
      <For each={facts}>
        {(fact) => (
          <div>
            <Icon name={fact.icon} />
            <dt>{fact.term}</dt>
            <dd>{fact.sentence}</dd>
          </div>
        )}
      </For>
    </dl>
  </section>
);
