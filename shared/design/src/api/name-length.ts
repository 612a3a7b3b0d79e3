import type { Tell } from "../text/report.ts";

const mostLetters = 100;

/** Whether a field or a parameter is called by more than a name, as a broken copy leaves it; tells one that is. */
export function tellLongName(name: string, from: number, tell: Tell): boolean {
  if (name.length <= mostLetters) return false;
  const message = `This name has ${name.length} letters and begins with ${name.slice(0, 20)}; shorten it to ${mostLetters} at most.`;
  tell({ severity: "error", rule: "name-length", message, from, to: from + name.length });
  return true;
}
