import { denying } from "../../../../text/denial.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { repeatedIn } from "./repeated.ts";

/** The sentence by which the service writes a key of its own into what it adds, `insert into bookings with a new random key`; null where none does, or where what comes again is answered. */
export function keyWrittenAnew(told: string): string | null {
  const found = sentencesIn(told).find(
    (one) => adds.test(one) && drawn.test(one) && !sent.test(one) && !denied.test(one),
  );
  return found === undefined || repeatedIn(told) !== null ? null : asSaid(found);
}

const adds =
  /(?<!\p{L})(?:insert\p{L}*|add(?:s|ed)?|writes?|written|stores?|saves?|creates?|anleg\p{L}*|legt|einfüg\p{L}*|fügt|schreib\p{L}*|inserta\p{L}*|guarda\p{L}*|insère|insérer|ajoute\p{L}*|écrit|insere|inserir|grava\p{L}*|inserisc\p{L}*|scriv\p{L}*|dodaj\p{L}*|zapisuj\p{L}*|voeg\p{L}*|schrijf\p{L}*)(?!\p{L})/iu;

const key = String.raw`(?:idempotency[-_ ]key|key|schlüssel|clave|clé|chave|chiave|klucz\p{L}*|sleutel)`;

const drawn = new RegExp(
  String.raw`(?<!\p{L})(?:(?:new|fresh|random|generated|neue[nm]|zufällige[nm]|nuovo|nuova|casuale|now[ya]m?|losow\p{L}{1,3}|nieuwe|willekeurige|nouvelle|nova|nueva|aleatori[ao])\s(?:\p{L}{1,12}\s){0,2}${key}|${key}\s(?:\p{L}{1,4}\s)?(?:nueva|aleatori[ao]|aléatoire|nouvelle|nova|casuale|nuova|losow\p{L}{1,3}|(?:that is |it is )?(?:drawn|made up|generated)(?:\sby us)?))(?!\p{L})`,
  "iu",
);

/** A key that is new to whoever is asked comes from the client. */
const sent =
  /(?<!\p{L})(?:client\p{L}*|browser|app|headers?|sends?|sent|caller\p{L}*|kunde\p{L}*|schickt|gesendet\p{L}*|cliente\p{L}*|envía|envia\p{L}*|envoy\p{L}*|manda\p{L}*|wysył\p{L}*|stuurt|if|unless|when|wenn|si|se|jeśli|als)(?!\p{L})/iu;

const denied = new RegExp(denying(["not", "no", "without", "instead"]), "iu");
