import type { ComponentKind } from "@proofroom/domain/design/model";
import type { Drawing } from "./drawing.ts";
import { kindOf } from "./kinds.ts";

const most = { nodes: 12, lines: 2_000, line: 400 };

const arrow = /\s*(?:[-─━═=]{1,40}[>►▶]|→|⇒|⟶)\s*/;
const begins = /^[\s│|>*^▲-]*?[\\└├|`+]\s?(?=[-─━═=]{1,40}[>►▶])/;

/** A label with the column at which it stands. */
interface Written {
  label: string;
  at: number;
}

/**
 * `client -> nginx -> app (2 nodes) -> postgres`, each on a line of its own, with what branches off below it, `\-> Redis`;
 * null where they do not make three components.
 */
export function readChains(text: string): Drawing | null {
  const chains: Written[][] = [];
  let above: Written[] = [];
  for (const line of text.split("\n", most.lines)) {
    const branch = begins.exec(line.slice(0, most.line));
    const from = branch === null ? undefined : above.findLast(({ at }) => at <= branch[0].trimEnd().length);
    const own = branch === null ? partsOf(line) : partsOf(line.slice(branch[0].length), branch[0].length);
    const chain = from === undefined ? own : [from, ...own.filter(({ label }) => label !== "")];
    if (line.trim() === "") above = [];
    else if (from === undefined && own.length > 1) above = own;
    if (isChain(chain)) chains.push(chain);
  }
  const told = chains.flatMap(spread);
  const all = new Set(told.flat());
  const known = [...all].flatMap((label) => kindIn(label) ?? []);
  const kinds = new Set(known);
  const isEnough = told.some((chain) => chain.length >= 3) || told.length >= 3;
  // States, too, follow each other.
  const isBuilt = kinds.has("service") || kinds.has("database") || kinds.has("gateway");
  if (all.size < 3 || !isEnough || !isBuilt || kinds.size < 2 || known.length * 2 < all.size) return null;
  return drawingOf(told);
}

function partsOf(line: string, column = 0): Written[] {
  const [lead = ""] = /^[\s>*-]+|^\s*\d+[.)]\s+/.exec(line) ?? [];
  const title = titleOf(line.slice(lead.length, most.line));
  let at = column + lead.length + title.length;
  const parts = line.slice(lead.length + title.length, most.line).split(new RegExp(`(${arrow.source})`));
  return parts.flatMap((part, n) => {
    const written = { label: labelOf(part), at };
    at += part.length;
    return n % 2 === 0 ? [written] : [];
  });
}

/** `Flowchart: client -> api` and `Write path: …`: what a chain is called, before its first component. */
function titleOf(line: string): string {
  const [title = ""] = /^[^:>→⇒⟶►▶]{1,40}:\s+(?=[^:>→⇒⟶►▶]{1,60}[>→⇒⟶►▶])/.exec(line) ?? [];
  return kindIn(title) === undefined || /flow|path|chart|diagram|architecture/i.test(title) ? title : "";
}

const labelOf = (part: string): string => {
  const label = part
    .replaceAll(/["`*_[\]{}|│]/g, " ")
    .replace(/:\s.*$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return label.length > longestLabel ? label.replace(/\s*\([^()]*\)/, "") : label;
};

const longestLabel = 40;

const isChain = (chain: readonly Written[]): boolean =>
  chain.length >= 2 &&
  chain.length <= most.nodes &&
  chain.every(({ label }) => /^\S.{0,39}$/.test(label) && !isElse.test(label)) &&
  chain.some(({ label }) => kindIn(label) !== undefined);

const kindIn = (label: string): ComponentKind | undefined => kindOf({ id: "n", label, shape: "rect", at: 0 });

/** `POST /links -> 201` says nothing of components, and `expires_at <= now() -> 410` neither. */
const isElse = /^(?:GET|POST|PUT|PATCH|DELETE)\b|(?:^|,\s)[1-5]\d\d\b|^\/|[<>=;]|\w\.\w+\s?\(/;

/** `app -> Postgres, payment provider`, `app -> Redis + Postgres`: the last is as many as are listed. */
function spread(chain: readonly Written[]): string[][] {
  const labels = chain.map(({ label }) => label);
  const last = labels.at(-1) ?? "";
  const added = last.split(/\s+(?:\+|&|and)\s+/);
  const isAdded = added.length > 1 && added.every((end) => kindIn(end) !== undefined);
  const ends = /\(/.test(last) ? [last] : isAdded ? added : last.split(/,\s+(?:and\s+)?/);
  const [first = "", ...rest] = ends;
  const before = labels.slice(0, -1);
  return [[...before, first], ...rest.map((end) => [before.at(-1) ?? "", end])];
}

function drawingOf(chains: readonly string[][]): Drawing {
  const labels = new Map<string, string>();
  for (const label of chains.flat())
    if (label.length > (labels.get(keyOf(label))?.length ?? 0)) labels.set(keyOf(label), label);
  const ids = new Map([...labels.keys()].map((key, n) => [key, `n${n + 1}`]));
  const id = (label = ""): string => ids.get(keyOf(label)) ?? "";
  return {
    parts: new Map([...labels.values()].map((label) => [id(label), { label }])),
    calls: chains.flatMap((chain) => chain.slice(1).map((label, n) => ({ from: id(chain[n]), to: id(label) }))),
  };
}

/** `API x3` and `API` are one. */
const keyOf = (label: string): string => label.replace(/\s*\(?(?:x ?\d+|\d+ ?x)\)?$/i, "").toLowerCase();
