const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Markup whose every hole was escaped; outside of this file only the stylesheet is made into it as it stands. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

type Hole = string | number | Markup | readonly Markup[];

const filled = (hole: Hole): string => {
  if (hole instanceof Markup) return hole.toString();
  if (typeof hole === "string" || typeof hole === "number") return escaped(String(hole));
  return hole.map((part) => part.toString()).join("\n");
};

/** Whatever is put into a hole is escaped, unless it is markup itself: nothing typed in a room can become a tag. */
export const markup = (strings: TemplateStringsArray, ...holes: Hole[]): Markup =>
  new Markup(strings.map((part, n) => part + (n < holes.length ? filled(holes[n] ?? "") : "")).join(""));

export const nothing = markup``;

/** A heading with what stands under it; nothing at all where that is nothing. */
export const section = (title: string, content: readonly Markup[]): Markup =>
  content.length === 0 ? nothing : markup`<h2>${title}</h2>\n${content}\n`;

export const list = (items: readonly Markup[]): Markup[] => (items.length === 0 ? [] : [markup`<ul>${items}</ul>`]);
