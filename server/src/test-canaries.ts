import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clarification, Detector, Item } from "@proofroom/domain/interview/item";
import { loadJudge } from "@proofroom/problems/judge";
import { loadPack } from "@proofroom/problems/private";
import { problemsDir } from "@proofroom/problems/public";

/** What a text that carries a canary is, and so who may ever see it. */
export type CanaryKind = "hidden" | "probe" | "follow-up" | "clarification" | "hint" | "strong" | "lesson";

interface Canary {
  kind: CanaryKind;
  /** Where it was planted, for whoever reads a failure. */
  field: string;
}

/** A problems folder whose every private text carries a word of its own. */
export interface CanaryProblems extends AsyncDisposable {
  dir: string;
  canaries: ReadonlyMap<string, Canary>;
  /** The canaries in a text, each once. */
  in(text: string): string[];
}

/** Plants a word that stands nowhere else into every private text but an item's opaque id. JSON is YAML as well. */
export async function plantCanaries(id: string): Promise<CanaryProblems> {
  const dir = await mkdtemp(join(tmpdir(), "canaries-"));
  await cp(problemsDir, dir, { recursive: true });
  const canaries = new Map<string, Canary>();
  const plant = (kind: CanaryKind, field: string): string => {
    const canary = `qzv${String(canaries.size).padStart(5, "0")}wk`;
    canaries.set(canary, { kind, field });
    return canary;
  };
  /** A question still ends with its question mark. */
  const marked = (kind: CanaryKind, field: string, text: string): string =>
    text.endsWith("?") ? `${text.slice(0, -1)} ${plant(kind, field)}?` : `${text} ${plant(kind, field)}`;
  const longer = (field: string, list: readonly string[]): string[] => [...list, plant("hidden", field)];
  const markedAll = <K extends string>(kind: CanaryKind, field: string, texts: Record<K, string>): object =>
    Object.fromEntries(
      Object.entries<string>(texts).map(([key, text]) => [key, marked(kind, `${field}.${key}`, text)]),
    );

  const detector = (field: string, one: Detector): Detector =>
    "words" in one ? { ...one, words: longer(`${field}.words`, one.words) } : one;
  const hidden = (item: Item): object => ({
    ...item,
    spoken: undefined,
    about: marked("hidden", `${item.id}.about`, item.about),
    detectors: item.detectors.map((one, n) => detector(`${item.id}.detectors.${n}`, one)),
    forbidden: longer(`${item.id}.forbidden`, item.forbidden),
    anchors: markedAll("hidden", `${item.id}.anchors`, item.anchors),
  });
  const spoken = ({ id: item, spoken: { probes, followUps, hints, strong, lesson } }: Item): object => ({
    probes: probes.map((text, n) => marked("probe", `${item}.probes.${n}`, text)),
    followUps: followUps.map(({ when, ask, ...beside }, n) => ({
      ...beside,
      when: longer(`${item}.followUps.${n}.when`, when),
      ask: marked("follow-up", `${item}.followUps.${n}`, ask),
    })),
    hints: markedAll("hint", `${item}.hints`, hints),
    strong: marked("strong", `${item}.strong`, strong),
    lesson: marked("lesson", `${item}.lesson`, lesson),
  });
  const clarification = ({ id: ask, wordings, match, about = [], unless = [], answer }: Clarification): object => ({
    id: ask,
    wordings: longer(`${ask}.wordings`, wordings),
    match: [...match, [plant("hidden", `${ask}.match`)]],
    about: longer(`${ask}.about`, about),
    unless: longer(`${ask}.unless`, unless),
    answer: marked("clarification", `${ask}.answer`, answer),
  });

  const inputs = (field: string, given: Record<string, unknown>): object =>
    Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        typeof value === "string" ? `${value}${plant("hidden", `${field}.${key}`)}` : value,
      ]),
    );

  const pack = loadPack(dir, id);
  const judge = loadJudge(dir, id);
  const write = (name: string, value: unknown) => writeFile(join(dir, id, name), JSON.stringify(value));
  await write("private/items.yaml", pack.items.map(hidden));
  await write("private/spoken/items.yaml", Object.fromEntries(pack.items.map((item) => [item.id, spoken(item)])));
  await write("private/spoken/clarifications.yaml", pack.clarifications.map(clarification));
  const requirements = pack.requirements.split("\n\n").map((text, n) => marked("hidden", `requirements.${n}`, text));
  await writeFile(join(dir, id, "private/requirements.md"), requirements.join("\n\n"));
  await write("judge.yaml", {
    tests: {
      functional: judge.tests.map(({ steps, ...of }, n) => ({
        ...of,
        steps: steps.map((step, at) => ({ ...step, with: inputs(`judge.tests.${n}.${at}`, step.with ?? {}) })),
      })),
    },
    lessons: markedAll("hidden", "judge.lessons", judge.lessons),
    mutants: { ...judge.mutants, [plant("hidden", "judge.mutants")]: "nothing" },
  });
  for (const name of ["schema.sql", "api.yaml", "design.md"])
    await appendFile(join(dir, id, "reference", name), `\n# ${plant("hidden", `reference/${name}`)}\n`);

  return {
    dir,
    canaries,
    in: (text) => [...new Set(text.match(/qzv\d{5}wk/g))],
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true }),
  };
}
