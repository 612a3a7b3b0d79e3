import { denying } from "../../text/denial.ts";

/** Verbs by which people say that something is written. */
export const verb =
  "sets?|setting|marks?|fills?|stamps?|writes?|updates?|flips?|setzt|markiert|füllt|pone|marca|rellena|actualiza|met|marque|remplit|renseigne|define|preenche|atualiza|imposta|compila|zet|ustawia|sätter|ставит|заполняет";

/** What is said and not done. */
export const denied = new RegExp(`${denying(["not", "no", "without", "instead"])}[^.;,]{0,12}$`, "iu");
