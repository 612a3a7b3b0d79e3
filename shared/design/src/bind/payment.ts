import type { Column } from "@proofroom/domain/design/model";
import { isTextColumn } from "../schema/column-kind.ts";
import { plain, singular, stems } from "./names.ts";

/** What of a payment a column keeps: what the provider calls it, how it stands there, how much it is, in which money, and who the provider is. */
export type PaymentPart = "reference" | "state" | "money" | "currency" | "provider";

const any = (words: string): string => words.trim().split(/\s+/).join("|");

const payment =
  any(`payments? pay charges? stripe paypal adyen braintree mollie klarna psp provider processor gateway acquirer
  transactions? txn trx transaktions? transaccion transacao authori[sz]ation auth preauth capture intent
  zahlungs? bezahlung pagos? cobro paiement pagamento betalings? platnosci? odeme oplat[aiy] external`);
const reference =
  any(`id uuid ref reference referenz referencia riferimento referentie no nr num number nummer code codigo key
  token intent handle`);

const isReference = new RegExp(`^(?:(?:${payment}){1,4}(?:${reference})|auth(?:id|code|ref|reference))$`);
const isState = new RegExp(`^(?:(?:${payment}){1,4}(?:status|state|zustand|estado|statut|etat|stato|stan|durum))$`);
const isProvider =
  /^(?:payment|pay)?(?:provider|processor|gateway|psp)(?:name)?$|^(?:zahlungs(?:dienst|anbieter)|zahlungsdienstleister)$/;
const isCurrency = /(?:currency|waehrung|moneda|devise|moeda|valuta|waluta)(?:code|iso)?$/;

const prices = new Set(
  any(`price amount fare betrag gesamtbetrag preis gesamtpreis importe precio monto montant prix importo prezzo valor preco
    bedrag prij kwota cena belopp pri tutar fiyat summa tsena`)
    .split("|")
    .map(singular),
);
const sums = new Set(any("total sum summe totale subtotal cost charged paid").split("|"));
const units = new Set(
  any("cent cents centimo centime centesimi centavo penny pence minor unit eur euro usd gbp chf in").split("|"),
);

const isNumber = ({ type }: Column): boolean =>
  /^(?:smallint|integer|int|bigint|numeric|decimal|real|double|money)/.test(type);
const isWritten = (column: Column): boolean => isTextColumn(column) || column.type.startsWith("uuid");

/** What of a payment a column's name and type say that it keeps. */
export function paymentPart(column: Column): PaymentPart | undefined {
  const name = plain(column.name);
  if (isNumber(column)) return isMoney(column.name) ? "money" : undefined;
  if (isState.test(name)) return "state";
  if (!isWritten(column) && column.values === undefined) return undefined;
  if (isReference.test(name)) return "reference";
  if (isCurrency.test(name)) return "currency";
  return isProvider.test(name) ? "provider" : undefined;
}

/** `amount_cents`, `price_paid`, `total`, though neither `total_seats` nor `price_id`. */
export function isMoney(name: string): boolean {
  const words = stems(name).filter((word) => !units.has(word));
  const last = words.at(-1) ?? "";
  return (
    !/^(?:id|no|nr|count|tier|level|list)$/.test(last) && (words.some((word) => prices.has(word)) || sums.has(last))
  );
}

/** Whether an amount is counted in the smallest coin. */
export const isInCents = (name: string): boolean =>
  stems(name).some((word) => /^(?:cent|penny|pence|minor)/.test(word));
