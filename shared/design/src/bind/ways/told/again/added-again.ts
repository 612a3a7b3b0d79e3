import { denying } from "../../../../text/denial.ts";

const row =
  "(?:booking|row|order|ticket|record|reservation|sale|purchase|buchung|zeile|bestellung|verkauf|reserva|fila|venta|compra|boleto|réservation|ligne|vente|billet|commande|linha|venda|ingresso|bilhete|prenotazione|riga|biglietto|boeking|rij|rezerwacja|bilet|wiersz)\\p{L}{0,3}";
const anew =
  "(?:another|(?:a|one|its) (?:new|second|third|further|own)|one more|eine? (?:neue|weitere|zweite)\\p{L}?|otr[oa]|un[oa]? (?:nuev|segund)[oa]|une? (?:autre|nouve(?:au|lle)|deuxième)|outr[oa]|uma? (?:nov|segund)[oa]|un['’ ]?altr[oa]|una? (?:nuov|second)[oa]|een (?:nieuwe|tweede)|now[yą]|drug\\p{L})";
const makes =
  "(?:insert|creat|add|writ|mak|made|book|legt|leg[et]n?|anleg|angelegt|schreib|geschrieben|erzeug|eingefügt|inserta|crea|guarda|écri|ajout|cré|insere|grava|cria|inser|scriv|voeg|maak|dodaj|tworz|zapis)\\p{L}{0,8}";

/** That a row is added by what comes again: `a booking is inserted for the retry`, `inserts another booking`. */
const added = new RegExp(
  `(?<!\\p{L})(?:${makes}\\s(?:\\p{L}{1,8}\\s)?${anew}\\s(?:\\p{L}{1,12}\\s)?${row}|(?:a|${anew})\\s(?:\\p{L}{1,12}\\s)?${row}\\s(?:is|are|gets|wird|werden|est|se|é|è|viene|wordt|jest)\\s(?:\\p{L}{1,8}\\s)?${makes})(?!\\p{L})`,
  "iu",
);
const denied = new RegExp(denying(["not", "no", "without", "instead"], "rather"), "iu");

/** Whether a sentence tells of what comes again that it adds one more row. */
export function isAddedAgain(sentence: string): boolean {
  const found = added.exec(sentence);
  return found !== null && !denied.test(sentence.slice(Math.max(0, found.index - 40), found.index + found[0].length));
}
