/** More than the names of a problem and of a design together, else each would be forgotten before it is asked for again. */
const ofNames = { most: 20_000, longest: 200 };

/** More sentences than a design has. */
export const ofSentences = { most: 5_000, longest: 2_000 };

/** The sections and documents of one reading: kept in pieces they take many times their length, and are read anew at each edit. */
export const ofSections = { most: 60, longest: 400_000 };

/** What is told of each endpoint, and whole documents. */
export const ofTexts = { most: 200, longest: 400_000 };

/** What one reading asks of a document, or of what is told of an endpoint, again and again. */
export const ofReading = { most: 16, longest: 400_000 };

/** What belongs to one document alone. */
export const ofOne = { most: 1, longest: 400_000 };

/** Every endpoint is weighed for every capability, so that a design's few names are asked for thousands of times. */
export function remembered<T>(read: (text: string) => T, { most, longest } = ofNames): (text: string) => T {
  const known = new Map<string, { found: T }>();
  return (text) => {
    if (text.length > longest) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before.found;
    if (known.size >= most) known.clear();
    const found = read(text);
    known.set(text, { found });
    return found;
  };
}

/** The same for what is read of an object, kept as long as that is. */
export function rememberedOf<K extends object, T>(read: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { found: T }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.found;
    const found = read(of);
    known.set(of, { found });
    return found;
  };
}

/** The same for what is read of two objects together. */
export function rememberedOfBoth<A extends object, B extends object, T>(read: (a: A, b: B) => T): (a: A, b: B) => T {
  const known = new WeakMap<A, (b: B) => T>();
  return (a, b) => {
    const of = known.get(a) ?? rememberedOf((other: B) => read(a, other));
    known.set(a, of);
    return of(b);
  };
}

/**
 * The object that was there before, where one is given that says the same: at each key almost nothing of a design is another, and what
 * was found out about the rest is known still. What is given may not be changed afterwards.
 */
export function unchanged<T extends object>(most = 500): (given: T) => T {
  const known = new Map<string, T>();
  return (given) => {
    const key = JSON.stringify(given);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    known.set(key, given);
    return given;
  };
}
