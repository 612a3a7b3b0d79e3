import type { Component, ComponentKind, Edge } from "../../../design/model.ts";
import type { DesignView } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { tick } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

type Words = [string, string, string];

interface About {
  strength: number;
  facts: FactName[];
  words: (it: string, view: DesignView) => Words;
}

const kinds: Record<ComponentKind, About> = {
  client: {
    strength: 0.3,
    facts: ["read-rate-stated"],
    words: (it) => [
      `What does ${it} send most often, and how often?`,
      `How many of ${it} are there at the busiest moment?`,
      `What does ${it} do when it hears nothing for five seconds?`,
    ],
  },
  gateway: {
    strength: 0.7,
    facts: ["gateway-drawn", "retry-said"],
    words: (it) => [
      `How does ${it} learn that one of those behind it is gone, and what happens to requests until then?`,
      `Which requests may ${it} send a second time, and which never?`,
      `What does ${it} do that the boxes behind it couldn't?`,
    ],
  },
  service: {
    strength: 0.7,
    facts: ["service-replicated", "no-single-service"],
    words: (it) => [
      `What does ${it} remember between two requests of one client?`,
      `${it} dies in the middle of a write. What has happened and what hasn't?`,
      `What runs out first in ${it} when ten times as much comes in?`,
    ],
  },
  database: {
    strength: 0.75,
    facts: ["failure-of-database-said", "backup-said"],
    words: (it) => [
      `${it} is gone for a minute. Which of your requests still get a useful answer?`,
      `The disk of ${it} breaks. What is lost, and how long does it take until all works again?`,
      `Which question does ${it} answer most often, and from where: disk or memory?`,
    ],
  },
  replicadb: {
    strength: 0.7,
    facts: ["replica-database-drawn"],
    words: (it) => [
      `${it} is two seconds behind. Who sees that?`,
      `Which requests go to ${it}, and who decides that?`,
      `The primary dies. What has ${it} not got yet?`,
    ],
  },
  cache: {
    strength: 0.8,
    facts: ["cache-has-invalidation-text", "failure-of-cache-said"],
    words: (it) => [
      `What exactly lies in ${it}, under which key, and until when?`,
      `Which share of reads does ${it} answer, and how did you get to that figure?`,
      `${it} is empty after a restart. What happens in the first ten seconds?`,
    ],
  },
  queue: {
    strength: 0.75,
    facts: ["queue-has-consumer"],
    words: (it) => [
      `May what lies in ${it} be handled twice, or never?`,
      `${it} grows for an hour faster than it is emptied. Who notices, and what then?`,
      `Does the order in ${it} matter to anybody?`,
    ],
  },
  worker: {
    strength: 0.65,
    facts: ["queue-has-consumer", "retry-said"],
    words: (it) => [
      `${it} dies halfway through a piece of work. Who does the rest?`,
      `Two of ${it} take the same piece of work. What does the second one do?`,
      `How late may ${it} be before a person notices?`,
    ],
  },
  cdn: {
    strength: 0.7,
    facts: ["redirect-temporary", "cache-has-invalidation-text"],
    words: (it) => [
      `What may ${it} keep, and who tells it to let go?`,
      `Something behind ${it} is changed. For how long does it still give out the old one?`,
      `What do you no longer see of your traffic behind ${it}?`,
    ],
  },
  objectstore: {
    strength: 0.5,
    facts: ["volume-stated"],
    words: (it) => [
      `What goes into ${it} that the database shouldn't hold?`,
      `A row says that something is in ${it}, and it isn't. How could that come about?`,
      `Who deletes from ${it}, and when?`,
    ],
  },
  search: {
    strength: 0.5,
    facts: ["lookup-has-index"],
    words: (it) => [
      `How does a change get from the database into ${it}, and how late?`,
      `Which request needs ${it} that the database couldn't answer?`,
      `${it} and the database disagree. Who is right, and who mends it?`,
    ],
  },
};

/** Questions about boxes and arrows on lines that were just written. */
export const drawingAsks: Asker = (view, isNew) => {
  const { components, edges } = view.reading.model;
  const boxes = components.filter(
    ({ from, line }) => from !== "default" && line !== undefined && isNew("design", line),
  );
  const arrows = edges.filter(({ line }) => line !== undefined && isNew("design", line));
  return [...boxes.flatMap((box) => boxAsks(view, box)), ...arrows.flatMap((edge) => arrowAsks(view, edge))];
};

function boxAsks(view: DesignView, box: Component): Ask[] {
  const line = box.line ?? 1;
  const it = `${tick(box.id)} (design ${line})`;
  const about = kinds[box.kind];
  const at = { document: "design" as const, line };
  const asks: Ask[] = [
    {
      id: `box:${box.id}:${box.kind}`,
      ...at,
      facts: about.facts,
      strength: about.strength,
      wordings: about.words(it, view),
    },
  ];
  if (box.replicas > 1)
    asks.push({
      id: `box:${box.id}:several`,
      ...at,
      facts: ["service-replicated"],
      strength: 0.72,
      wordings: [
        `Why ${box.replicas} of ${it}, and not one more or less?`,
        `One of the ${box.replicas} ${it} dies. How much can the others bear, and who sends them its requests?`,
        `Do all ${box.replicas} of ${it} know the same at each moment?`,
      ],
    });
  return asks;
}

function arrowAsks(view: DesignView, { from, to, async, label, line = 1 }: Edge): Ask[] {
  const arrow = `${tick(from)} to ${tick(to)} (design ${line})`;
  const target = view.reading.model.components.find(({ id }) => id === to);
  const at = { document: "design" as const, line };
  const carried = label === undefined || label.trim() === "" ? null : tick(label);
  if (async)
    return [
      {
        id: `arrow:${from}-${to}:async`,
        ...at,
        facts: ["queue-has-consumer", "retry-said"],
        strength: 0.7,
        wordings: [
          `Nobody waits on the dotted arrow from ${arrow}. Who notices when ${carried ?? "what it carries"} gets lost?`,
          `${tick(from)} has answered and dies before ${carried ?? "something"} went from ${arrow}. Is that all right?`,
          `How late may ${carried ?? "what goes"} from ${arrow} arrive?`,
        ],
      },
    ];
  return [
    {
      id: `arrow:${from}-${to}:wait`,
      ...at,
      facts: target?.kind === "database" ? ["failure-of-database-said"] : ["retry-said", "latency-goal-stated"],
      strength: 0.6,
      wordings: [
        `${tick(to)} takes three seconds instead of three milliseconds (design ${line}). What does ${tick(from)} do in the meantime?`,
        `What goes along the arrow from ${arrow}${carried === null ? "" : ` besides ${carried}`}, and how often?`,
        `A call from ${arrow} gets no answer. Has it happened or not, and what does ${tick(from)} do next?`,
      ],
    },
  ];
}
