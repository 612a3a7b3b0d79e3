/** What denies what is said behind it, in the languages in which designs are written here. */
const words = {
  not: "not|never|nor|neither|cannot|\\p{L}{2,9}n['’]t|nicht|nie|niemals|kein\\p{L}*|pas|jamais|não|nao|nunca|non(?!-)|mai|niet|nooit|geen|inte|inget?|inga|ikke|nem|не|không|tidak",
  /** Apart, since what is written "no matter which" or "no content" is not denied; Portuguese says so for "in the". */
  no: "no",
  nothing: "nothing|nobody|nichts|niemand|nadie|nada|rien|niente|niets",
  /** Apart, since "answered without waiting" and "without regard to" deny nothing of what stands beside them. */
  without: "without|ohne|sin|sans|sem|senza|zonder|bez|utan|без",
  instead: "instead(?:\\s+of)?|rather\\s+than|statt|anstatt|plutôt\\s+que|вместо",
  /** What is only thought of. */
  supposed: "would|could|might|considered",
} as const;

export type Denial = keyof typeof words;

/** A pattern, for the flags `iu`, of any of these kinds of words, and of more that deny the same at one place only. */
export const denying = (kinds: readonly Denial[], ...more: string[]): string =>
  `(?<![\\p{L}\\p{N}_])(?:${[...kinds.map((kind) => words[kind]), ...more].join("|")})(?![\\p{L}\\p{N}_])`;

/** A pattern, for the flags `iu`, of how people say that there is no such thing as the one they name next: "without any", "pas de". */
export const noSuch = `(?<![\\p{L}_])(?:no|without(?: an?| any)?|not an?|never(?: an?)?|neither|kein\\p{L}{0,2}|ohne|sin|sans|pas de|aucune?|nessun\\p{L}?|senza|sem|nenhum\\p{L}?|geen|zonder|bez|ingen|utan)`;
