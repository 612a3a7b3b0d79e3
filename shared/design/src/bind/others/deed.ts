import type { Endpoint } from "@proofroom/domain/design/model";
import { isParameter, segmentsOf } from "../../api/path.ts";
import { isUndoing } from "../convention/state-changes.ts";
import { inAscii, wordsIn } from "../names.ts";

/** How people say that something is taken back. */
export const takesBack =
  /(?<!\p{L})(?:releas\p{L}{1,4}|cancel\p{L}{0,6}|(?:let|lets|letting)\s(?:\p{L}+\s){0,3}go|giv(?:es?|ing)\s(?:\p{L}+\s){0,3}(?:up|back)|delet\p{L}{1,4}|remov\p{L}{1,4}|withdr\p{L}{1,6}|revok\p{L}{1,4}|drop(?:s|ped|ping)?|abandon\p{L}{0,3}|unhold\p{L}{0,3}|unlock\p{L}{0,3}|undo\p{L}{0,3}|refund\p{L}{0,3}|freigeb\p{L}{0,3}|freigegeben|gibt\s(?:\p{L}+\s){0,3}frei|stornier\p{L}{0,4}|storno|lösch\p{L}{1,4}|liber\p{L}{1,6}|libér\p{L}{1,5}|annul\p{L}{1,6}|borr\p{L}{1,5}|elimin\p{L}{1,5}|supprim\p{L}{1,4}|suppression|rilasci\p{L}{1,4}|verwijder\p{L}{0,3}|vrijgeven|zwolni\p{L}{1,5}|anul\p{L}{1,6}|soltar|solta)(?!\p{L})/giu;

/** How they say that its time goes on. */
const goesOn =
  /(?<!\p{L})(?:exten[ds]\p{L}{0,6}|renew\p{L}{0,4}|prolong\p{L}{0,6}|refresh\p{L}{0,3}|keep\s?alive|heartbeat\p{L}{0,2}|verlänger\p{L}{1,4}|renov\p{L}{1,5}|renouvel\p{L}{1,6}|prorrog\p{L}{1,4}|prorog\p{L}{1,4}|estende\p{L}{0,3}|przedłuż\p{L}{1,4})(?!\p{L})/giu;

/** What an endpoint does that serves nothing of the problem: the words by which a text speaks of that. */
export interface Deed {
  /** Of its path, or of what DELETE does. */
  words: string[];
  said: RegExp | null;
}

export function deedOf({ method, path }: Pick<Endpoint, "method" | "path">): Deed {
  const segments = segmentsOf(path);
  const last = segments.at(-1) ?? "";
  const isDeed = !isParameter(last) && segments.some(isParameter);
  const isBack = method === "DELETE" || (isDeed && (isUndoing(last) || matches(takesBack, last)));
  const own = isDeed && method !== "DELETE" ? wordsIn(last) : [];
  const isGoing = own.some((word) => matches(goesOn, word));
  return { words: [...own, ...(isBack ? undone : [])], said: isBack ? takesBack : isGoing ? goesOn : null };
}

const undone =
  "release cancel cancellation delete removal remove unhold revoke freigabe stornieren löschen liberar cancelar borrar annuler supprimer libérer".split(
    " ",
  );

const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** Whether a text speaks of a deed. */
export const speaksOfDeed = (text: string, { words, said }: Deed): boolean => {
  const spoken = wordsIn(text.slice(-400)).map(inAscii);
  return (said !== null && matches(said, text)) || words.some((word) => spoken.includes(inAscii(word)));
};
