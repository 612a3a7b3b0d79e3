import type { Usage } from "./model.ts";

/** US dollars for a million tokens. */
interface Rates {
  input: number;
  output: number;
  cacheRead: number;
}

interface Price extends Rates {
  /** What all of a request costs when its prompt is longer than `beyond` tokens. */
  long?: Rates & { beyond: number };
}

/** As published in autumn 2026. Writing to the cache costs 1.25 of the input's price for five minutes, 2 for an hour. */
const prices: [RegExp, Price][] = [
  [/^claude-opus-5-5/, { input: 4, output: 20, cacheRead: 0.2 }],
  [/^claude-sonnet-5-5/, { input: 2, output: 10, cacheRead: 0.1 }],
  [
    /^claude-haiku-5-5/,
    {
      input: 0.1,
      output: 0.5,
      cacheRead: 0.01,
      long: { beyond: 100_000, input: 0.5, output: 2.5, cacheRead: 0.05 },
    },
  ],
  [/^claude-sonnet-5/, { input: 2, output: 10, cacheRead: 0.2 }],
  [/^claude-opus-(5|4-[5-9])/, { input: 5, output: 25, cacheRead: 0.5 }],
  [/^claude-sonnet-/, { input: 3, output: 15, cacheRead: 0.3 }],
  [/^claude-haiku-/, { input: 1, output: 5, cacheRead: 0.1 }],
];

/** What a model of unknown price is taken to cost: more than any that may be meant. */
const unknown: Price = { input: 15, output: 75, cacheRead: 1.5 };

const priceOf = (model: string): Price => prices.find(([name]) => name.test(model))?.[1] ?? unknown;

/** What an answered request costs, in US dollars. */
export function costOf(model: string, usage: Usage): number {
  const price = priceOf(model);
  const prompt = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const rates = price.long !== undefined && prompt > price.long.beyond ? price.long : price;
  const hour = Math.min(usage.cacheWriteHourTokens, usage.cacheWriteTokens);
  const written = (usage.cacheWriteTokens - hour) * 1.25 + hour * 2;
  const input = (usage.inputTokens + written) * rates.input;
  return (input + usage.cacheReadTokens * rates.cacheRead + usage.outputTokens * rates.output) / 1_000_000;
}

/** At most what a request costs: all of its prompt is written to the cache and all of `maxTokens` is used. */
export const costAtMost = (model: string, promptTokens: number, maxTokens: number): number =>
  costOf(model, {
    inputTokens: 0,
    outputTokens: maxTokens,
    cacheReadTokens: 0,
    cacheWriteTokens: promptTokens,
    cacheWriteHourTokens: 0,
  });
