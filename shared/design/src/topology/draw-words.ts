import type { Fix } from "@proofroom/domain/design/finding";

const mostNodes = 12;

/** What a text without a diagram can have drawn by a click: the chain that it writes in words, else the least that runs. */
export function drawFix(text: string): Fix {
  const chain = chainIn(text);
  const nodes = chain ?? ["Client", "API service", "Database"];
  const drawn = nodes.map((label, n) => `n${n + 1}["${label}"]`).join(" --> ");
  const before = text.endsWith("\n") ? "\n" : "\n\n";
  return {
    label: chain === null ? "Draw a client, a service and a database" : `Draw ${nodes.join(" → ")}`,
    edits: [
      {
        document: "design",
        from: text.length,
        to: text.length,
        insert: `${before}\`\`\`mermaid\nflowchart LR\n  ${drawn}\n\`\`\`\n`,
      },
    ],
  };
}

/** `client -> nginx -> app (2 nodes) -> postgres`, on a line of its own. */
function chainIn(text: string): string[] | null {
  for (const line of text.split("\n")) {
    const parts = line
      .slice(0, 400)
      .replace(/^[\s>*-]+/, "")
      .split(/\s*(?:-{1,3}>|={1,2}>|→|⇒|⟶)\s*/);
    const labels = parts.map((part) =>
      part
        .replaceAll(/["`*_[\]{}|]/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
    const isChain = labels.length >= 3 && labels.length <= mostNodes && labels.every((one) => /^\S.{0,39}$/.test(one));
    if (isChain) return labels;
  }
  return null;
}
