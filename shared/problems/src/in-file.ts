import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** The library's short form has no sentences of its own. */
export const { localeError: error } = z.locales.en();

/** What a file's text is read as; throws, naming the file and what is wrong in it, where it is unsound. */
export function inFile<T>(file: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be used: mend it. ${whatIsWrong(cause)}`, { cause });
  }
}

function whatIsWrong(cause: unknown): string {
  if (cause instanceof z.core.$ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}
