import type { Fix } from "@proofroom/domain/design/finding";
import { asFlowchart, type Drawing } from "./drawing.ts";
import { readBoxes } from "./read-boxes.ts";

const mostNodes = 12;
const mostLines = 2_000;

/** What a text without a diagram can have drawn by a click: its boxes, the chains that it writes in words, else the least that runs. */
export function drawFix(text: string): Fix {
  const boxes = readBoxes(text);
  const boxed = boxes === null ? null : asFlowchart(boxes, text, "Draw the same boxes as a flowchart");
  if (boxed !== null) return boxed;
  const chains = chainsIn(text);
  const nodes = [...new Set(chains.flat())];
  const isOne = chains.length === 1;
  const written = asFlowchart(
    chained(chains),
    text,
    isOne ? `Draw ${nodes.join(" → ")}` : `Draw ${nodes.slice(0, 3).join(", ")} and the others`,
  );
  const least = chained([["Client", "API service", "Database"]]);
  const drawn = written ?? asFlowchart(least, text, "Draw a client, a service and a database");
  return drawn ?? { label: "Draw a client, a service and a database", edits: [] };
}

function chained(chains: readonly string[][]): Drawing {
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

/** `client -> nginx -> app (2 nodes) -> postgres`, each on a line of its own; none where they do not make three of something. */
function chainsIn(text: string): string[][] {
  const chains = text.split("\n", mostLines).flatMap((line) => {
    const parts = line
      .slice(0, 400)
      .replace(/^[\s>*-]+|^\s*\d+[.)]\s+/, "")
      .split(/\s*(?:-{1,3}>|={1,2}>|→|⇒|⟶)\s*/);
    const labels = parts.map((part) =>
      part
        .replaceAll(/["`*_[\]{}|]/g, " ")
        .replace(/:\s.*$/, "")
        .replace(/\s+/g, " ")
        .trim(),
    );
    const isChain =
      labels.length >= 2 &&
      labels.length <= mostNodes &&
      labels.every((one) => /^\S.{0,39}$/.test(one) && !isRequest.test(one));
    return isChain ? [labels] : [];
  });
  const isEnough =
    new Set(chains.flat()).size >= 3 && (chains.some((chain) => chain.length >= 3) || chains.length >= 3);
  return isEnough ? chains : [];
}

/** `POST /links -> 201` says nothing of components. */
const isRequest = /^(?:GET|POST|PUT|PATCH|DELETE)\b|^[1-5]\d\d\b|^\//;
