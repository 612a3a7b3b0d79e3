import { kindWords } from "../design/kinds.ts";
import type { ComponentKind } from "../design/model.ts";

// What a run is told of its processes in words is written and read here alone, so that no reader misses a new wording.

/** The step of a boot that starts the processes of a kind: `start the database`, `start 3 services`. */
export const startStep = (kind: ComponentKind, processes: number): string =>
  processes === 1 ? `start the ${kindWords[kind]}` : `start ${processes} ${kindWords[kind]}s`;

export function isStartOf(kind: ComponentKind, step: string): boolean {
  const many = /^start (\d+) /.exec(step)?.[1];
  return step === startStep(kind, many === undefined ? 1 : Number(many));
}

/** Lines of a run's log that say how a process stands. */
export const standingLines = {
  started: (port: number): string => (port === 0 ? "is ready" : `listens on port ${port}`),
  ended: (process: string, reason: string): string => `${process} ended (${reason}) and is started again`,
  leftOut: (process: string, reason: string): string => `${process} is left out: ${reason}`,
  back: (process: string): string => `${process} is back`,
};

type Standing = keyof typeof standingLines;

/** How a process stands by a line of the log; null where the line does not say. */
export function standingIn(said: { component: string; line: string }): { process: string; standing: Standing } | null {
  const { component, line } = said;
  if (/^(?:listens on port \d+|is ready)$/.test(line)) return { process: component, standing: "started" };
  const [, process = "", how] = /^(\S+) (is left out|is back|ended)\b/.exec(line) ?? [];
  if (how === "is left out") return { process, standing: "leftOut" };
  if (how === "is back") return { process, standing: "back" };
  return how === "ended" && process === component ? { process, standing: "ended" } : null;
}
