import type { Fix } from "@proofroom/domain/design/finding";
import type { Step, Value } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Operation as Bound } from "@proofroom/domain/design/model";
import type { EndpointRead } from "../../api/endpoint.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asking } from "../asking/ask.ts";
import { type Operation, writeOperation } from "../steps/write-operation.ts";
import { denying } from "../../text/denial.ts";
import { cutIn, storedToo } from "./cut-query.ts";

/** "Upper and lower case" are told apart there, not made one. */
const both = String.raw`(?:upper|gro(?:ß|ss)|ma[ijy][uú]s[ck]ul|wielk|верхн)[\p{L}-]{0,6}\s?[/&+]?\s?(?:(?:and|or|und|oder|e|y|et|ou|o|i|и)\s)?|大(?:文字.?)?|대(?:문자.{0,2})?`;
const lowers = new RegExp(
  `(?<!${both})(?:${[
    String.raw`lower-?\s?cas|to_?lower|\blower\(|downcas|casefold|min[uúù]s[ck]ul|kleinbuchstaben|kleingeschrieben|kleinschreib`,
    String.raw`small letters|strtolower\(|kleine letters|mał(?:e|ych|ymi) liter|mal(?:á|ými|é) písmen|små (?:bokst[aä]v|bogstav)|gemener|pienaakko|pieniksi kirjaimiksi`,
    String.raw`kisbet|küçük harf|huruf kecil|chữ thường|нижн\p{L}{2,3} рег[иі]стр|строчн\p{L}{2,3} букв|малі літери`,
    "소문자|小文字|小写|小寫|πεζ[άών]|أحرف صغيرة|حروف صغيرة|אותיות קטנות|ตัวพิมพ์เล็ก",
  ].join("|")})`,
  "iu",
);
/** Around words of a script that has spaces; others stand beside them as they are, `URL을`. */
const word = (words: string): string =>
  String.raw`(?<![\p{sc=Latin}\p{sc=Cyrillic}_])(?:${words})(?![\p{sc=Latin}\p{sc=Cyrillic}_])`;
const address = new RegExp(
  [
    word(
      String.raw`urls?|uris?|links?|address(?:es)?|adressen?|adres\p{L}{0,3}|endereços?|direcci[oó]n(?:es)?|enlaces?|liens?|indirizz[oi]|odkaz\p{L}{0,2}|länk\p{L}{0,4}|адрес\p{L}{0,3}|ссылк\p{L}{1,3}`,
    ),
    String.raw`(?:long|raw|original|target|full|source|input|ziel)_?ur[il](?!\p{L})`,
    "주소|링크|アドレス|リンク|链接|連結|网址|網址|地址",
  ].join("|"),
  "iu",
);
/** A part of it alone, or something else, or what is not stored. */
const otherwise = new RegExp(
  [
    word(
      String.raw`hosts?|hostnames?|hôtes?|domains?|domén\p{L}{0,3}|dom[ií]nios?|schemes?|keys?|codes?|slugs?|alias(?:es)?|e?-?mails?|tokens?|hash\p{L}*|compar\p{L}*|vergleich\p{L}*|lookup|instead|would|хост\p{L}*|домен\p{L}*|схем\p{L}*|код\p{L}{0,3}|х[еэ]ш\p{L}*|сравн\p{L}*`,
    ),
    String.raw`(?:md5|sha\d{0,3}|digest)\s?\(`,
    String.raw`(?:where|index|unique)[^.;]{0,40}\blower\(`,
    // Digits and letters of which codes consist.
    String.raw`(?<!\p{L})(?:hex\p{L}*|esadecimal\p{L}|base-?\s?\d\d|alphabets?|alfab\p{L}*)(?!\p{L})`,
    "十六进制|十六進|16進|16进|16진|십육진",
    "호스트|도메인|스킴|코드|이메일|해시|비교|ホスト|ドメイン|スキーム|コード|メール|ハッシュ|比較|主机|主機|域名|协议|協議|短码|代码|邮箱|哈希|比较",
  ].join("|"),
  "iu",
);
/** Right before the word. */
const denied = new RegExp(
  `(?:${denying(["not", "no", "nothing", "without"])}|[不没沒无無勿别別])[^.;,，、]{0,20}$`,
  "iu",
);
/** Right behind it, where languages deny there. */
const deniedBehind =
  /^[^.;,。]{0,30}?(?:않|안\s?함|안\s?한|안\s?하|하지\s?마|없|しない|しません|せず|ない|なし|çevrilme|çevirme|dönüştürülme)/u;

/** The sentence that tells that URLs are put in lower case before they are stored; null where none does. */
export function loweredIn(text: string): string | null {
  if (!lowers.test(text)) return null;
  const found = [...sentencesIn(text), ...rowsIn(text)].find((one) => {
    const at = one.search(lowers);
    return (
      at !== -1 &&
      (address.test(one) || showsLowered(one)) &&
      !otherwise.test(one.replaceAll(storedToo, " ")) &&
      !denied.test(one.slice(0, at)) &&
      !deniedBehind.test(one.slice(at))
    );
  });
  return found === undefined ? null : asSaid(found);
}

/** No row of a table is longer, and no example of an address. */
const most = { ofRow: 400, examples: 4 };

const rowsIn = (text: string): string[] =>
  text.split("\n").filter((line) => line.length <= most.ofRow && line.trimStart().startsWith("|"));

/** Whether an address stands there twice, the second time with its path in lower case. */
function showsLowered(text: string): boolean {
  const [before, ...after] = (text.match(/https?:\/\/[^\s`"'<>|)]{1,200}/giu) ?? []).slice(0, most.examples);
  const path = before === undefined ? -1 : before.indexOf("/", "https://".length);
  if (before === undefined || path === -1) return false;
  const lowered = before.slice(path).toLowerCase();
  return (
    lowered !== before.slice(path) &&
    after.some((one) => one.toLowerCase() === before.toLowerCase() && one.endsWith(lowered))
  );
}

interface Written extends Operation {
  capability: Capability | undefined;
  inputs: Bound["inputs"];
  /** What the documents tell of it. */
  text: string;
}

/** A URL in lower case, or without its query, may be another one: whether that is stored is asked where the documents tell that it is made so. */
export function askLowered(read: EndpointRead, written: Written, asking: Asking): void {
  const { capability, inputs, steps, idempotency } = written;
  const [field] = Object.keys(capability?.in ?? {}).filter(
    (one) => fieldType(capability?.in[one] ?? "").type === "url",
  );
  const at = field === undefined ? undefined : inputs[field];
  if (capability?.writes !== true || at === undefined) return;
  const sent = `$${at.in}.${at.name}`;
  const lowered = loweredIn(written.text);
  const cut = cutIn(written.text);
  const said = lowered ?? cut;
  const changed = changedIn(steps, sent, (value) => {
    const short: Value = cut === null ? value : { withoutQuery: value };
    return lowered === null ? short : { lower: short };
  });
  if (changed === null || said === null) return;
  const fix = (label: string, does: Step[]): Fix => ({
    label,
    edits: [writeOperation(asking.text, read, { steps: does, idempotency })],
  });
  const how = [lowered === null ? [] : "in lower case", cut === null ? [] : "without its query"].flat().join(" and ");
  asking.tell({
    severity: "question",
    rule: lowered === null ? "url-cut" : "url-lowered",
    message: `Is the URL that ${read.endpoint.opId} stores another one than it was sent? It is written: ${said}`,
    from: read.at,
    to: read.end,
    fixes: [fix(`It is stored ${how}`, changed), fix("It is stored as it was sent", steps)],
    stopsRun: capability.required,
  });
}

/** The same steps with what is sent stored as something else; null where nothing stores it. */
function changedIn(steps: Step[], sent: string, change: (value: Value) => Value): Step[] | null {
  let isStored = false;
  const changed = mapPlain(steps, (step) => {
    if (!("insert" in step)) return step;
    const values = Object.entries(step.values).map(([column, value]): [string, Value] => {
      if (value !== sent) return [column, value];
      isStored = true;
      return [column, change(sent)];
    });
    return { ...step, values: Object.fromEntries(values) };
  });
  return isStored ? changed : null;
}
