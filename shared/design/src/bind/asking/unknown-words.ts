import { asSaid, sentencesIn } from "../../text/sentences.ts";

/** How people speak of what is looked up and is not there. */
export const unknown =
  /(?<!\p{L})(?:unknown|unmatched|inexistent\p{L}{0,2}|(?:do(?:es)?(?: not|n['’]t)|can(?:not|['’]t)(?: be)?) (?:know|exist|find|found)|(?:not|never|isn['’]t) (?:found|known|there|exist\p{L}*)|no such|nobody made|nothing (?:is |was )?found|no row|unbekannt\p{L}{0,2}|gibt es nicht|existiert nicht|nicht (?:gefunden|vorhanden)|keine zeile|desconhecid\p{L}{1,2}|desconocid\p{L}{1,2}|no (?:existe|se encuentra|encontrad\p{L})|(?:não|nao) (?:existe|encontrad\p{L}|ach\p{L}{1,3})|inconnue?s?|n['’]existe pas|introuvables?|sconosciut\p{L}|inesistent\p{L}|non (?:esiste|trovat\p{L})|onbekende?|bestaat niet|nieznan\p{L}{1,2}|nie (?:istnieje|znalezion\p{L}|ma takiego)|неизвестн\p{L}{1,3}|не (?:найден\p{L}?|существует)|нет такого|(?:bulunamad|bilinmeyen)\p{L}{0,3})(?!\p{L})|不存在|查不到|找不到|未找到|没有(?:找到|查到|这个|该)|無い|存在しない|見つから|없는|없으면|존재하지|찾을 수 없/iu;

/** The sentence that answers such a status for what is not there; null where none does. */
export function answeredUnknown(text: string, status: number): string | null {
  const asked = new RegExp(`(?<![\\d.])${status}(?!\\d)`);
  const found = sentencesIn(text).find(
    (one) => asked.test(one) && unknown.test(one) && !/(?<!\d)4(?:04|10)(?!\d)/.test(one) && !cached.test(one),
  );
  return found === undefined ? null : asSaid(found);
}

/** What is not in a cache is looked up. */
const cached = /(?<!\p{L})(?:cache[ds]?|redis|memcached?|lru|caffeine|etag)(?!\p{L})|缓存/iu;

/** Whether a status is declared for what is not there: `200 text/html, a page that says that there is no such code`. */
export const declaresUnknown = (beside: string, status: number): boolean =>
  [...beside.matchAll(new RegExp(`(?<![\\d.])${status}(?!\\d)`, "g"))].some(({ index }) => {
    const said = beside.slice(index + 3, index + 3 + farthest);
    const next = /(?<![\d.\p{L}])[1-5]\d\d(?!\d)/u.exec(said)?.index ?? said.length;
    return unknown.test(said.slice(0, next));
  });

const farthest = 240;
