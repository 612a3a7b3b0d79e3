import type { DesignModel, Operation } from "@proofroom/domain/design/model";
import { isDocument } from "../api/form.ts";
import { isJson } from "../text/is-json.ts";
import { isBelowEndpoint } from "./below-endpoint.ts";
import { besides, linesAbove } from "./lines-above.ts";

/** What is known of a place in an API document, read from its lines: a text that is being typed cannot be parsed. */
export interface Place {
  form: "sketch" | "yaml" | "json";
  /** The word that is being typed, up to the place, and the quote that it began with. */
  typed: string;
  quote: string;
  /** Its line before both, and behind the place. */
  lead: string;
  rest: string;
  /** The lines that it stands below, the nearest first. */
  around: string[];
  /** The lines right above it that are indented like its own, the nearest first. */
  beside: string[];
  /** Whether a step may stand here, or something inside one. */
  isInSteps: boolean;
  /** Whether what is said here is said of an endpoint. */
  isInEndpoint: boolean;
  /** The endpoint that stands last before the place, as it was read last. */
  endpoint: Operation | undefined;
}

/** In a longer line nothing is looked for, so that no expression has much to try. */
const longestLine = 2_000;

const stepsKey = /^["']?x-(?:operation|workers)["']?\s*:/;
const stepsInLine = /["']?x-(?:operation|workers)["']?\s*:\s*[[{]/;

/** Null where nothing can be known, as in a comment or a line that is too long. */
export function placeAt(text: string, offset: number, model: Pick<DesignModel, "operations">): Place | null {
  const lines = text.slice(0, offset).split("\n");
  const before = lines.at(-1) ?? "";
  if (before.length > longestLine || /^\s*#/.test(before)) return null;
  const form = formOf(text);
  const around = linesAbove(lines, longestLine);
  const beside = besides(lines, longestLine);
  const [, lead = "", quote = "", typed = ""] = /^(.*?)(["']?)([\w.-]*)$/.exec(before) ?? [];
  return {
    form,
    typed,
    quote,
    lead,
    around,
    beside,
    rest: /^.*/.exec(text.slice(offset, offset + longestLine))?.[0] ?? "",
    isInSteps: around.some((line) => stepsKey.test(line)) || stepsInLine.test(before),
    isInEndpoint: isBelowEndpoint({ form, around, beside, lead }),
    endpoint: model.operations.filter(({ line }) => line <= lines.length).toSorted((a, b) => b.line - a.line)[0],
  };
}

function formOf(text: string): Place["form"] {
  if (isJson(text)) return "json";
  return isDocument(text) ? "yaml" : "sketch";
}
