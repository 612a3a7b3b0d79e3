import type { DesignModel } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { besideOf } from "../bind/documents/beside.ts";
import { saysCount } from "../bind/documents/says-count.ts";
import { sensesOf } from "../bind/sense.ts";
import { counterOf } from "../snippets/columns.ts";
import { counter } from "../snippets/counter.ts";
import { speakable } from "../snippets/site.ts";
import { codeApart } from "../text/code-apart.ts";
import { oneOf } from "../text/nearest.ts";
import type { Tell } from "../text/report.ts";
import { asSaid, sentencesIn } from "../text/sentences.ts";
import { fixOf, type Seen, type Served } from "./seen.ts";

type Placed = Pick<DesignModel, "operations" | "consumers" | "components">;

/**
 * A number that the design says is counted up, and that nothing counts: told at the endpoint beside which it is said, else at the
 * one where the row is opened. What a drawn queue is to do is asked of the queue, and not of this.
 */
export function reviewCounts(bound: Served[], placed: Placed, seen: Seen, tell: Tell): void {
  const tables = speakable(seen.schema?.tables ?? []);
  let written: Written | undefined;
  const given = { seen, tables, senses: sensesOf(seen.capabilities), queues: [] };
  for (const table of tables) {
    const column = counterOf(table)?.column;
    if (column === undefined || isCounted(table.name, column, placed) || hasUnsaidQueue(placed)) continue;
    const told = (sentences: readonly string[]) => sentences.find((sentence) => saysCount(sentence, column));
    const { beside, inDesign } = (written ??= writtenOf(bound, seen.texts));
    const anywhere = told(inDesign);
    const could = beside.flatMap(({ served, sentences }): Counting[] => {
      const own = told(sentences);
      if (own === undefined && anywhere === undefined) return [];
      const capability = seen.capabilities[served.operation.capability ?? ""];
      const [offer] = counter({ ...given, tables: [table], ...served, capability });
      return offer === undefined ? [] : [{ served, offer, beside: own }];
    });
    const own = could.filter((one) => one.beside !== undefined);
    const counting = own.length > 0 ? own : could;
    const [first] = counting;
    const sentence = first?.beside ?? anywhere;
    if (first === undefined || sentence === undefined) continue;
    const place = `${table.name}.${column}`;
    const who = oneOf(counting.map(({ served }) => served.operation.opId));
    tell({
      severity: "warning",
      rule: "count-not-run",
      message: `“${asSaid(sentence.replace(/^.*(?:#|\/\/)\s/, ""))}” is not run: nothing adds to ${place}. Let ${who} count it, or strike the sentence.`,
      from: first.served.read.at,
      to: first.served.read.end,
      fixes: counting
        .slice(0, mostFixes)
        .map(({ served, offer }) => fixOf(`${served.operation.opId} adds 1 to ${place}`, offer.edits)),
    });
  }
}

/** As many as a finding has room for. */
const mostFixes = 4;

interface Counting {
  served: Served;
  offer: Offer;
  /** What is said beside the endpoint itself. */
  beside: string | undefined;
}

interface Written {
  beside: { served: Served; sentences: readonly string[] }[];
  inDesign: readonly string[];
}

function writtenOf(bound: Served[], texts: Seen["texts"]): Written {
  const besides = besideOf(texts.api);
  return {
    beside: bound.map((served) => ({ served, sentences: sentencesIn(besides(served.operation.line)) })),
    inDesign: sentencesIn(promised(texts.design)),
  };
}

/** A drawing is read as one, and code is not what is promised. */
const promised = (design: string): string => codeApart(design, () => "");

/** Whether any step changes the number, or a cache counts in its place. */
const isCounted = (table: string, column: string, { operations, consumers = [] }: Placed): boolean =>
  [...operations, ...consumers]
    .flatMap(({ steps }) => plainSteps(steps))
    .some(
      (step) =>
        ("increment" in step && step.increment === `${table}.${column}`) ||
        ("update" in step && step.update === table && Object.hasOwn(step.set, column)) ||
        "cache.increment" in step,
    );

/** A queue into which nothing goes, or whose worker does nothing yet. */
function hasUnsaidQueue({ operations, consumers = [], components }: Placed): boolean {
  const publishes = [...operations, ...consumers].flatMap(({ steps }) => plainSteps(steps));
  const queues = components.filter(({ kind }) => kind === "queue");
  const isIdle = (id: string) => !publishes.some((step) => "publish" in step && step.to === id);
  return queues.some(({ id }) => isIdle(id)) || consumers.some(({ steps }) => steps.length === 0);
}
