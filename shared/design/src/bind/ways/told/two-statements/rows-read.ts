import type { Table } from "@proofroom/domain/design/model";
import { stems } from "../../../names.ts";

/** A row of a table that code has in a variable, from a place on. */
export interface Read {
  at: number;
  /** The variable that the row is in. */
  name: string;
}

const variable = String.raw`([$@]?[\p{L}_]\w{0,40})\]?\s{0,4}(?::\s?[\w<>?. ]{1,40})?(?::=|=)\s{0,4}\(?(?:await\s{1,4})?`;
const reads = String.raw`(?:find|get|first|single|fetch|load|query|select|take|one|by_?id)\w*[!?]?`;
const callOn = new RegExp(String.raw`${variable}([\w$@.:\\>?-]{1,80}?)(?:\.|::|->)${reads}\s?\(`, "giu");
const callWith = new RegExp(
  String.raw`${variable}[\w$@.:\\>?-]{0,60}?\b(?:${reads}|table|knex|trx|tx|db|(?:select\(\)\.)?from)\s?\(\s{0,4}["'&]?([\w.]{1,60})`,
  "giu",
);
const intoIt = /\b(?:first|take|find|last)\w{0,8}\s?\(\s{0,4}&(\w{1,40})\b/gi;

/** `$seat = Seat::where('id', $id)->firstOrFail()`, `seat = Seat.where(id: id).first!` */
const callBehind = new RegExp(
  String.raw`${variable}([\w$@.:\\>?-]{1,60}?)(?:\.|::|->)(?:(?:query|objects|unscoped)(?:\(\))?(?:\.|::|->))?(?:where|filter|query|with|for)\w{0,20}\s?\([^;\n]{0,160}?\)\s{0,40}(?:\.|->)${reads.replace("first|", "first|sole|")}`,
  "giu",
);
/** `function hold(Seat $seat, Request $request)`: a framework has read the row that the path names. */
const typedFirst = /[(,]\s{0,40}(?:[@#[][\w("'\])]{1,40}\s)?([A-Z]\w{1,40})\s{1,3}([$a-z_]\w{0,40})(?=\s?[,)=])/g;
/** `hold(@Param("id") seat: Seat)` */
const namedFirst = /[(,]\s{0,40}(?:@\w{1,30}(?:\([^()\n]{0,40}\))?\s)?(\w{1,40})\s?:\s?([A-Z]\w{1,40})(?=\s?[,)=])/g;
/** `before_action :set_seat` reads it into `@seat`. */
const setBefore = /\bbefore_action\s{0,3}[(:]{1,2}(?:set|find|load|fetch|get)_(\w{1,40})/g;

/** Where a row of a table is read into a variable, by a call or by the framework that calls this code. */
export function rowsRead(text: string, table: Table): Read[] {
  const found = [callOn, callWith, callBehind].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: name = "", 2: of = "" }) =>
      of.split(/[^\p{L}\p{N}_]+/u).some((word) => isOf(word, table)) ? [{ at: index, name }] : [],
    ),
  );
  const into = [...text.matchAll(intoIt)].flatMap(({ index, 1: name = "" }) =>
    isOf(name, table) ? [{ at: index, name }] : [],
  );
  const handed = [
    ...[...text.matchAll(typedFirst)].map(({ index, 1: of = "", 2: name = "" }) => ({ index, of, name })),
    ...[...text.matchAll(namedFirst)].map(({ index, 1: name = "", 2: of = "" }) => ({ index, of, name })),
    ...[...text.matchAll(setBefore)].map(({ index, 1: of = "" }) => ({ index, of, name: `@${of}` })),
  ].flatMap(({ index, of, name }) => (isOf(of, table) ? [{ at: index, name }] : []));
  return [...found, ...into, ...handed];
}

/** `Seat`, `seats`, `seatRepository`, `SeatRepo`, `EventSeat` of `seats`. */
function isOf(word: string, { name }: Table): boolean {
  const said = stems(word.slice(0, 60).replace(/(?:repositor(?:y|io)|repo|dao|store|model|entity|mapper)s?$/i, ""));
  const own = stems(name);
  return (
    said.length > 0 && (said.join("") === own.join("") || said.join("") === own.at(-1) || said.at(-1) === own.join(""))
  );
}
