const leastOfAll: readonly [type: RegExp, least: string][] = [
  [/^(?:timestamp|date$)[^[]*$/, "-infinity"],
  [/^(?:text|varchar|char|citext)[^[]*$/, ""],
  [/^uuid$/, "00000000-0000-0000-0000-000000000000"],
];

/** The least value that a column of a type may have: what is at least that is anything but empty. Undefined of a type without one. */
export const leastOf = (type: string): string | undefined => leastOfAll.find(([form]) => form.test(type))?.[1];

export const isLeast = (value: unknown): boolean => leastOfAll.some(([, least]) => least === value);
