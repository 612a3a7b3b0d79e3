import { spaced } from "./names.ts";

/** Whether a time is called the one after which something no longer holds: `expires_at`, `valid_until`, `gueltig_bis`. */
export const isEnd = (name: string): boolean => ending.test(spaced(name));

const ending =
  /expir|until|ttl|deadline| valid(?:ity)? ?(?:to|till|thru|through|date|end)|validto| end(?!ors|point)|ends(?: ?(?:at|on))?$|endtime|ablauf|gueltig ?bis|hasta|vence|caduc|(?:rt|en|et) ?bis$/;
