import { blocksIn } from "../../text/fence.ts";
import { insertedAs } from "../code/inserted-as.ts";
import { wordsIn } from "../names.ts";

const random = [
  String.raw`\b(?:gen_random_|generate_|wp_generate_)?uuid_?(?:v?[147]|generate_v[14])?\s?\(`,
  String.raw`\buuid(?:\.|::)(?:uuid[147]|new\w{0,12}|now_v7|must|generate|random|v[147])\b`,
  String.raw`\brandom_?UUID\b|\buuidCreator\.|\bnew_?[gu]uid\b|\bnewid\s?\(|\bguid\.createVersion7\b`,
  String.raw`\bSecureRandom\.|\bStr::(?:uuid|ulid|random|orderedUuid)\b|\bsecrets\.token_\w{3,8}\b`,
  String.raw`\b(?:nanoid|ulid|ksuid|cuid2?|uniqid|random_?bytes|token_hex|token_urlsafe)\s?\(`,
  String.raw`\b(?:ulid|ksuid|xid)\.(?:new\w{0,8}|make|generate)\b|\brand\.Text\(`,
].join("|");

/** A random value as code makes one: `uuidv4()`, `UUID.randomUUID()`, `Guid.NewGuid()`, `SecureRandom.uuid`, `secrets.token_hex(16)`. */
export const drawn = new RegExp(random, "i");

/** What stands around it: `await`, a conversion, or whose it is, as in `str(uuid.uuid4())`, `(string) Str::uuid()`, `crypto.randomUUID()`. */
const around = String.raw`(?:(?:await|new|\(string\)|string\(|str\(|bin2hex\(|ecto\.|crypto\.|java\.util\.|uuid\.|guid\.)\s?){0,4}`;

/**
 * Whether the service's own code gives what is called as a column a random value whatever is sent: `idempotencyKey = randomUUID()`,
 * `idempotency_key=uuid4()`, `.idempotencyKey(UUID.randomUUID())`, or `key := uuid.New()` for short.
 */
export function isDrawnInCode(column: string, texts: readonly string[]): boolean {
  const words = wordsIn(column);
  const called = [words.join("_?"), ...(words.includes("key") ? ["key", "idem_?key"] : [])].join("|");
  const given = new RegExp(
    String.raw`(?<![\p{L}\d_])(?:set_?)?(?:${called})["']?(?:\s?:\s?[\w<>?]{1,20}(?=\s?=))?\s{0,8}(?:=>|:=|=(?!=)|:(?!:)|\()\s{0,8}${around}(?:${random})(?<behind>[^\n;]{0,${reach}})`,
    "giu",
  );
  const isGiven = (code: string): boolean =>
    [...code.matchAll(given)].some(
      ({ index, groups }) =>
        !onlyIf.test(code.slice(Math.max(0, index - reach), index)) && !orElse.test(groups?.["behind"] ?? ""),
    );
  return texts
    .flatMap(blocksIn)
    .some(
      ({ text }) =>
        !inBrowser.test(text) &&
        (((givesRequest.test(text) || writes.test(text)) && isGiven(text)) || isInserted(column, text)),
    );
}

/** `INSERT INTO bookings (idempotency_key, …) VALUES (gen_random_uuid(), …)` */
const isInserted = (column: string, code: string): boolean =>
  code
    .replaceAll(/\s+/g, " ")
    .split(/(?=\binsert into\b)/i)
    .some((one) => onlyDrawn.test(insertedAs(one, column) ?? ""));

const onlyDrawn = new RegExp(`^(?:\\$\\{)?${around}(?:${random})`, "i");

/** How far on either side of it a condition may stand. */
const reach = 60;

/** In front of what is done only where nothing came: `if (!key) {`, `key = key ||`. */
const onlyIf =
  /\b(?:if|unless|else|except|catch|when)\b[^;}\n]{0,50}(?:[{:)\n]|\bthen\b)?\s{0,12}(?:const |let |var |\$)?$/i;

/** Behind it: `key = SecureRandom.uuid if key.nil?`. */
const orElse = /\s(?:if|unless)\s/i;

const inBrowser = /\b(?:localStorage|sessionStorage|document\.|window\.|use(?:State|Ref|Memo)\b)/;

/** It is put into what the service has been sent: `req.requestId = uuidv4()`. */
const givesRequest = /\b(?:req|request|ctx|context)\.\w{1,30}\s?=(?!=)/i;

/** The code that draws it also writes rows, as a client's does not. */
const writes =
  /\binsert\s{1,9}into\b|(?:\b|_)(?:saves?|persist|insert|create|add)(?:[A-Z]\w{0,12}|_\w{1,12})?!?\s?\(|\bnew\s(?:\w{0,20})(?:Booking|Order|Ticket)\b/i;
