import { denying } from "../../../../text/denial.ts";
import { literally } from "../statement/statement.ts";
import { asSaid } from "../../../../text/sentences.ts";

const looking =
  "(?:look|check|ask(?=s|ed|ing|(?!\\p{L}))|read(?=s|ing|(?!\\p{L}))|consult|quer|touch|inspect|verif|prüf|gefragt|frag|angefasst|angeschaut|schau|gelesen|les(?=en|t|(?!\\p{L}))|mir|pregunt|le(?:e|er|emos|en|ído|yendo)(?!\\p{L})|olh|pergunt|ler|regard|interrog|lire|lus?(?!\\p{L})|guard|controll|legg|kijk|vraag|sprawdz|pyta|patrz)\\p{L}{0,6}";
const denied = denying(["not", "no", "nothing", "without"]);

/** The words in which it is told that what is called so is not looked at: "without asking Redis", "Redis wird nicht gefragt", "sem olhar o Redis". */
export function ignoredIn(told: string, names: readonly string[]): string | null {
  const called = `(?<![\\p{L}_])(?:${names.map(literally).join("|")})(?![\\p{L}_])`;
  const found = [
    `${denied}[^.;:,?\\n]{0,12}(?<!\\p{L})${looking}[^.;:,?\\n]{0,24}${called}`,
    `${called}[^.;:,?\\n]{0,16}${denied}[^.;:,?\\n]{0,24}(?<!\\p{L})${looking}(?!\\p{L})`,
    `${denied}[^.;:,?\\n]{0,12}${called}[^.;:,?\\n]{0,12}(?<!\\p{L})(?:nach(?:zu)?)?${looking}(?!\\p{L})`,
  ].flatMap((one) => new RegExp(one, "iu").exec(told)?.[0] ?? [])[0];
  return found === undefined ? null : asSaid(found);
}
