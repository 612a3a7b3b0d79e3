const together =
  /(?<!\p{L})(?:transa[ck]?[ctzs]\p{L}{2,8}|atomic\p{L}*|atomar\p{L}*|atómic\p{L}*|(?:same|one|single)\scommit|unit of work|BEGIN)(?!\p{L})/iu;
const separately =
  /(?<!\p{L})(?:(?:separate|second|another|its own|their own)\s(?:statement|query|transaction|commit|step)|auto-?\s?commit\p{L}*|not\s(?:in\s)?(?:the\s|one\s|a\s)?(?:same\s)?transaction)(?!\p{L})/iu;
/** What runs around a handler that knows nothing of it. */
const around =
  /(?<!\p{L})(?:\p{L}*interceptors?|middlewares?|decorators?|aspects?|around advice|after_action|afterware)(?!\p{L})/iu;
const mostCharacters = 40_000;

/**
 * Whether documents tell that a key is kept after the write that it is the key of, and not with it: what runs around the handler inserts
 * it, or a statement of its own does, and nothing speaks of a transaction.
 */
export function isKeptApart(keys: string, written: readonly string[]): boolean {
  const text = written.join("\n\n").slice(0, mostCharacters);
  if (separately.test(text) ? !inserts(keys, text) : !around.test(text) || !inserts(keys, text)) return false;
  return !together.test(text.replaceAll(new RegExp(separately, "giu"), ""));
}

/** A statement that adds to the table what is not there, and is content with what is. */
function inserts(keys: string, text: string): boolean {
  const lowered = text.toLowerCase();
  const wanted = keys.toLowerCase();
  for (let at = lowered.indexOf("insert into"); at !== -1; at = lowered.indexOf("insert into", at + 1)) {
    const statement = lowered.slice(at, at + 400).split(";")[0] ?? "";
    const into = /^insert into\s+["`]?([\w.]+)/.exec(statement)?.[1];
    if (into === wanted && /\bdo nothing\b/.test(statement)) return true;
  }
  return false;
}
