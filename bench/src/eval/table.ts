import type { Row } from "./row.ts";

/** What one voice was found to do. */
export interface Measured {
  name: string;
  rows: Row[];
  costUsd: number;
  millis: number;
}

export interface Setting {
  machine: string;
  date: string;
  problems: string[];
  /** Why the real API is not among the voices; null where it is. */
  without: string | null;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** `EVAL.md`: one table a voice, then what missed its bar. */
export function writeTable({ machine, date, problems, without }: Setting, voices: readonly Measured[]): string {
  const parts = voices.map(({ name, rows, costUsd, millis }) => {
    const cost = costUsd === 0 ? "" : `, ${costUsd.toFixed(2)} US dollars at list price`;
    return [
      `## ${name}`,
      "",
      `${Math.round(millis / 1_000)} s${cost}.`,
      "",
      "| set | what | measured | bar | |",
      "|---|---|---|---|---|",
      ...rows.map(
        ({ set, what, measured, bar, isMet }) =>
          `| ${[set, what, measured, bar ?? "", bar === null ? "" : isMet ? "met" : "**missed**"].map(cell).join(" | ")} |`,
      ),
      ...missed(rows),
    ].join("\n");
  });
  return [
    "# What the interviewer gives away, when it is silent, and what it asks about",
    "",
    `\`npm run eval\` on ${machine}, ${date}. Problems: ${problems.join(", ")}.`,
    "",
    "Rooms are played on a virtual clock: the real parser and Director decide, the voice words. The strict fake answers for",
    "Claude as a model would that tries to give everything away and to obey every line; what counts is what comes through.",
    ...(without === null ? [] : ["", without]),
    "",
    parts.join("\n\n"),
    "",
  ].join("\n");
}

function missed(rows: readonly Row[]): string[] {
  const open = rows.filter(({ isMet }) => !isMet);
  return open.flatMap(({ set, what, failures }) => [
    "",
    `Missed, ${set}, ${what}:`,
    "",
    ...failures.slice(0, 10).map((failure) => `- ${cell(failure).slice(0, 300)}`),
  ]);
}
