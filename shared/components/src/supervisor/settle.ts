import { setTimeout as pause } from "node:timers/promises";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { Unsettled } from "@proofroom/domain/infrastructure/control";
import type { Component } from "./component.ts";
import { replicasOf } from "./parts/part.ts";
import type { Standby } from "./standby.ts";

interface Running {
  parts: Blueprint["parts"];
  components: readonly Pick<Component, "status" | "counters">[];
  standbys: readonly Pick<Standby, "settle">[];
}

/** What a test waits for at most; it goes on then, and sees what lags. */
const most = { millis: 5_000, stillMillis: 2_000, idleMillis: 300 };

/**
 * Waits until workers have done what was put into their queues so far, and then until standbys show it: how late a design
 * does something is no question of what it does. Answers what did not come to an end.
 */
export async function settle({ parts, components, standbys }: Running): Promise<Unsettled[]> {
  const until = performance.now() + most.millis;
  const queues = parts.filter(({ kind }) => kind === "queue").map(({ id }) => queueOf(id, parts, components));
  let left: Unsettled[] = [];
  let published = -1;
  // A worker may publish in its turn: all queues have to be found empty with nothing new in any of them.
  for (let before = -2; before !== published && performance.now() < until;) {
    before = published;
    left = (await Promise.all(queues.map((queue) => drain(queue, until)))).flatMap((one) => one ?? []);
    if (left.length > 0) break;
    const counted = await Promise.all(queues.map(({ counters }) => counters()));
    published = counted.reduce((sum, counts) => sum + (counts?.["published"] ?? 0), 0);
  }
  const behind = await Promise.all(standbys.map((standby) => standby.settle()));
  return [...left, ...behind.flatMap((one) => one ?? [])];
}

interface Queue {
  id: string;
  counters: () => Promise<Record<string, number> | null>;
  /** Each worker that takes from it. */
  takers: (() => Promise<Record<string, number> | null>)[];
}

function queueOf(id: string, parts: Blueprint["parts"], components: Running["components"]): Queue {
  const takers = parts.flatMap((part) =>
    part.kind === "worker" && part.consumes.some(({ queue }) => queue === id) ? replicasOf(part) : [],
  );
  const counting = (names: readonly string[]) =>
    components.filter((one) => names.includes(one.status().component)).map((one) => () => one.counters());
  const [own = async () => null] = counting([id]);
  return { id, counters: own, takers: counting(takers) };
}

/** Null once nothing is left in it; else why it is waited for no longer. */
async function drain({ id, counters, takers }: Queue, until: number): Promise<Unsettled | null> {
  let done = -1;
  let moved = performance.now();
  for (;;) {
    const counted = await counters();
    const [waiting, taken] = [counted?.["depth"] ?? 0, counted?.["inFlight"] ?? 0];
    if (counted !== null && waiting + taken === 0) return null;
    const now = performance.now();
    const holds = `${id} still holds ${waiting + taken} of its messages`;
    if (takers.length === 0) return { component: id, reason: `${holds}: nobody takes from it`, isDesigns: true };
    const gone = (counted?.["acknowledged"] ?? 0) + (counted?.["dead"] ?? 0);
    if (gone !== done) [done, moved] = [gone, now];
    const working = await Promise.all(takers.map((count) => count()));
    const sum = (name: string): number => working.reduce((all, counts) => all + (counts?.[name] ?? 0), 0);
    // Taken, given up by whoever took it, and not yet handed out again.
    const isIdle = counted !== null && waiting === 0 && !working.includes(null) && sum("messages under way") === 0;
    const isDesigns = isIdle && sum("messages refused") > 0;
    if (now - moved > (isDesigns ? most.idleMillis : most.stillMillis) || now > until) {
      const why = isDesigns ? "its worker refused them, and says in the log why" : "its worker is not done with them";
      return { component: id, reason: `${holds}: ${why}`, isDesigns };
    }
    await pause(15);
  }
}
