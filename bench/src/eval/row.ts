/** One line of the table: what was measured, against which bar. */
export interface Row {
  set: string;
  what: string;
  measured: string;
  /** Null where the number is told for itself and nothing is promised about it. */
  bar: string | null;
  isMet: boolean;
  /** What to look at where it is not met. */
  failures: string[];
}

/** A row whose bar is that nothing is found. */
export const none = (set: string, what: string, found: readonly string[], of: number): Row => ({
  set,
  what,
  measured: `${found.length} in ${of}`,
  bar: "0",
  isMet: found.length === 0,
  failures: [...found],
});

/** A row whose bar is a share of all. */
export const share = (set: string, what: string, missed: readonly string[], of: number, least: number): Row => {
  const part = of === 0 ? 0 : (of - missed.length) / of;
  return {
    set,
    what,
    measured: `${Math.floor(part * 1_000) / 10} % of ${of}`,
    bar: `≥ ${least * 100} %`,
    isMet: part >= least,
    failures: [...missed],
  };
};
