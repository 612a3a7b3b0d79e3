import { For } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";

const steps: { icon: IconName; title: string; sentence: string }[] = [
  {
    icon: "people",
    title: "Open a room, send one link",
    sentence: "The candidate follows it, gives a name and is in. Both write in the same schema, API and design.",
  },
  {
    icon: "design",
    title: "Write what you would build",
    sentence:
      "Tables as SQL, endpoints one a line or as OpenAPI, the topology as a diagram. Findings appear at their line.",
  },
  {
    icon: "play",
    title: "Press Run and watch",
    sentence:
      "The design starts as a real system and is asked what the problem asks for. Each verdict comes with its evidence.",
  },
];

/** For whoever is new here: what happens after the first click. */
export const HowItWorks = () => (
  <section class="how" aria-labelledby="how">
    <h2 id="how">How it works</h2>
    <ol class="steps">
      <For each={steps}>
        {(step) => (
          <li>
            <Icon name={step.icon} />
            <h3>{step.title}</h3>
            <p class="muted">{step.sentence}</p>
          </li>
        )}
      </For>
    </ol>
  </section>
);
