import type { Component } from "./model.ts";

/** What is left of a component's name without marks, how many are drawn, and the words that only say of what kind it is. */
export const bareName = (name: string, kindWords: RegExp): string =>
  name
    .toLowerCase()
    .replaceAll(/\bx\s*\d+\b/g, "")
    .replaceAll(kindWords, "")
    .replaceAll(/[^a-z0-9]/g, "")
    .replace(/s$/, "");

/** Whether a component is meant by a name; `bare` says what of a name counts. */
export const isMeant = (
  { id, label }: Pick<Component, "id" | "label">,
  name: string,
  bare: (name: string) => string,
): boolean => id === name || (bare(name) !== "" && [id, label].some((one) => bare(one) === bare(name)));
