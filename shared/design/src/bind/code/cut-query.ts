import { denying } from "../../text/denial.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";

const query =
  /\bquery[- ]?(?:strings?|part\b|params?\b|parameters?\b|teil)|\?query\b|(?<!\p{L})(?:cadena de consulta|parámetros? de (?:la )?(?:consulta|url)|parâmetros? (?:da|de) (?:url|consulta)|paramètres? (?:de l['’]url|de requête)|parametri (?:dell['’]url|di query)|parametry (?:url|zapytania)|параметры (?:url|запроса|ссылки))(?!\p{L})|查询(?:参数|字符串)|クエリ|쿼리/iu;
const cuts =
  /(?<!\p{L})(?:dro(?:p|ps|pped|pping)|strip\p{L}*|remov(?:e[ds]?|ing)|cut(?:s|ting)?(?: off)?|discard\p{L}*|throw(?:s|n)? away|chop\p{L}*|entfern\p{L}*|abgeschnitten|schneide\p{L}*|weggelassen|verworfen|quit(?:amos|o|a|an|ar|ado)|elimin\p{L}+|remov(?:emos|ido|idos|er|o)|descart\p{L}+|tir(?:o|amos|ados)|supprim\p{L}+|retir\p{L}+|enlev\p{L}+|rimuov\p{L}+|rimoss\p{L}|togli\p{L}+|usuwa\p{L}*|obcina\p{L}*|отбрасыва\p{L}+|удаля\p{L}+|обреза\p{L}+)(?!\p{L})|去掉|删除|去除|丢弃|截掉|削除|取り除|제거/iu;
const ofAddress =
  /(?<!\p{L})(?:urls?|links?|address(?:es)?|adresse?|endereço|direcci[oó]n|enlace|lien|indirizzo|adres|ссылк\p{L}{1,2}|адрес\p{L}?|stor(?:e[ds]?|ing)|sav(?:e[ds]?|ing)|speicher\p{L}*|guard\p{L}+|enregistr\p{L}+)(?!\p{L})|链接|网址|网站|リンク|링크|주소|保存|存储/iu;
/** Some of it, or what is not stored. */
const otherwise =
  /(?<!\p{L})(?:(?:utm\p{L}*|tracking|known|some|certain)[_*`\s]{1,4}(?:query\s)?param\p{L}*|compar\p{L}*|vergleich\p{L}*|look-?ups?|logs?|logged|logging|metrics?|analytics|cache[ds]?|cdn|would|could|instead|keys?|dedup\p{L}*|hash\p{L}*|(?:incoming|own) request)(?!\p{L})|哈希|缓存|日志/iu;
const denied = new RegExp(String.raw`${denying(["not", "no", "nothing", "without", "instead"])}|[不没]`, "iu");

/** The sentence that tells that URLs are stored without what stands behind their `?`; null where none does. */
export function cutIn(text: string): string | null {
  if (!query.test(text)) return null;
  const found = sentencesIn(text).find((one) => {
    const at = one.search(cuts);
    const beside = one.slice(Math.max(0, at - nearby), at + nearby);
    return (
      at !== -1 &&
      query.test(beside) &&
      ofAddress.test(one) &&
      !otherwise.test(one.replaceAll(storedToo, " ")) &&
      !denied.test(beside)
    );
  });
  return found === undefined ? null : asSaid(found);
}

const nearby = 60;

const hashing = String.raw`hash\p{L}*|hach\p{L}*|х[еэ]ш\p{L}*`;
const storing = String.raw`stor(?:e[ds]?|ing)|sav(?:e[ds]?|ing)|insert\p{L}*|persist\p{L}*|speicher\p{L}*|ablegen|guard\p{L}*|salv\p{L}*|gravar|enregistr\p{L}*|stock\p{L}*|zapis\p{L}*|opsla\p{L}*|сохран\p{L}*`;
const and = String.raw`(?:\s(?:and|or|und|oder|e|y|et|i|en|и)\s|\s?[,/&+]\s?)(?:\p{L}{1,6}\s){0,2}`;
/** What is hashed and stored alike, of which more than the hash is changed: `before hashing and storing`. */
export const storedToo = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${hashing})${and}(?:${storing})|(?:${storing})${and}(?:${hashing}))(?!\p{L})|哈希(?:和|并|、)(?:保存|存储|入库)|(?:保存|存储|入库)(?:和|并|、)哈希`,
  "giu",
);
