import { createServer } from "node:http";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { hardTexts } from "@proofroom/design/hard-texts";
import { mangledTexts } from "@proofroom/design/mangled-texts";
import { loadReader, readDesign } from "@proofroom/design/read";
import { documentNames } from "@proofroom/domain/document/names";
import type { Capability } from "@proofroom/domain/problem/problem";
import { launch } from "@proofroom/e2e/chromium";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import type { Page } from "playwright-core";
import { edited, largeDesign, linesOf, longestDesigns, ofProblem, type Texts, typedInto } from "./large-design.ts";
import { processorTime } from "./processor-time.ts";

const dist = join(import.meta.dirname, "../../client/dist");
const asked = {
  large: loadPublicProblem(problemsDir, ofProblem).capabilities,
  mangled: loadPublicProblem(problemsDir, "url-shortener").capabilities,
};
const usual: Texts = {
  schema: "create table urls (code text primary key, url text not null, idem_key text unique);\n",
  api: "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n",
  design: "```mermaid\nflowchart LR\n  c([Client]) --> api[API x3] --> db[(DB)]\n```\n",
};

/** How long the built review worker takes in a browser: for a design of 300 lines, and for the texts that are made to hold it up. */
export async function measureReview(print: (line: string) => void): Promise<void> {
  const server = serveClient();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/blank`);
    const texts = largeDesign();
    const lines = linesOf(texts);
    const edits = Array.from({ length: 320 }, (_, n) => edited(texts, n));
    const [first = 0, ...took] = await reviewed(page, edits, asked.large);
    print(`  ${lines} lines: ${quantiles(took)} ms (median, 95 %); at first sight ${first.toFixed(0)} ms`);
    for (const design of longestDesigns(ofProblem, 3)) {
      const keys = Array.from({ length: 220 }, (_, n) => typedInto(design, n));
      const [seen = 0, ...read] = await reviewed(page, keys, asked.large);
      print(`  of somebody's, ${linesOf(design)} lines: ${quantiles(read)} ms, at first sight ${seen.toFixed(0)} ms`);
    }
    const hard = documentNames.flatMap((document) =>
      Object.entries({ ...mangledTexts[document], ...hardTexts }).map(([name, text]) => ({ document, name, text })),
    );
    const designs = hard.map(({ document, text }) => ({ ...usual, [document]: text }));
    const round = (): Promise<number[]> => reviewed(page, designs, asked.mangled);
    const rounds = [await round(), await round(), await round()];
    // The least of three: what else the host does is not the reader's.
    const leastOf = (n: number): number => Math.min(...rounds.map((round) => round[n] ?? 0));
    const slowest = hard
      .map(({ document, name }, n) => ({ what: `${document}: ${name}`, millis: leastOf(n) }))
      .toSorted((a, b) => b.millis - a.millis);
    print(`  ${hard.length} mangled documents, the least of three each; the slowest:`);
    for (const { what, millis } of slowest.slice(0, 5)) print(`    ${what}: ${millis.toFixed(0)} ms`);
    await loadReader();
    const own = edits.map((one) => processorMillis(one, asked.large));
    const alone = designs.map((one) => Math.min(...[1, 2, 3].map(() => processorMillis(one, asked.mangled))));
    print(
      `  of a processor, in Node: ${lines} lines ${quantiles(own)} ms (median, 95 %), at first sight ${(own[0] ?? 0).toFixed(0)} ms; the slowest of the mangled ${Math.max(...alone).toFixed(0)} ms, ${alone.filter((millis) => millis > 200).length} over 200 ms`,
    );
  } finally {
    await browser.close();
    server.close();
  }
}

/** Of all but the first twenty, in which the engine is still learning what is asked of it. */
function quantiles(millis: readonly number[]): string {
  const sorted = millis.slice(20).toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)).join(" and ");
}

/** From the message to the worker to its answer, in milliseconds, one after the other in one worker. */
const reviewed = (page: Page, designs: Texts[], capabilities: Record<string, Capability>): Promise<number[]> =>
  page.evaluate(measured, { designs, capabilities, worker: `/assets/${workerFile()}` });

/** Runs in the page. */
async function measured(given: {
  designs: Record<string, string>[];
  capabilities: Record<string, Capability>;
  worker: string;
}): Promise<number[]> {
  const worker = new Worker(given.worker, { type: "module" });
  const answered = (texts: Record<string, string>, turn: number): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.addEventListener("message", () => resolve(), { once: true });
      worker.addEventListener("error", () => reject(new Error("the review worker broke")), { once: true });
      worker.postMessage({ turn, texts, ...(turn === 0 ? { capabilities: given.capabilities } : {}) });
    });
  await answered({ schema: "", api: "", design: "" }, 0);
  const took: number[] = [];
  for (const [n, texts] of given.designs.entries()) {
    const from = performance.now();
    await answered(texts, n + 1);
    took.push(performance.now() - from);
  }
  worker.terminate();
  return took;
}

/** What the reading costs whatever else the host does. */
const processorMillis = (texts: Texts, capabilities: Record<string, Capability>): number =>
  processorTime(() => readDesign(texts, capabilities)).millis;

function workerFile(): string {
  const file = readdirSync(join(dist, "assets")).find((name) => /^review\.worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`${dist} has no review worker; build the client first: npm start does`);
  return file;
}

const types: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** The built client's assets, and one empty page. */
function serveClient() {
  return createServer((request, response) => {
    const name = /^\/assets\/([\w.-]+)$/.exec(request.url ?? "")?.[1];
    if (name === undefined) {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>blank</title>");
      return;
    }
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" });
    response.end(readFileSync(join(dist, "assets", name)));
  });
}
