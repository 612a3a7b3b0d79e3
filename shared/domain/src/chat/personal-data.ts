export type PersonalData = "e-mail address" | "phone number" | "card number" | "bank account";

const email = /[\w.+-]{1,64}@(?!example\.|test\.|localhost)[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/u;
const phone = /(?<![\w.+-])\+\d{1,3}[ ./-]?(?:\(?\d{1,5}\)?[ ./-]?){2,5}\d{2,4}(?![\w-])/u;
const card = /(?<![\w.-])(?:\d[ -]?){12,18}\d(?![\w.-])/gu;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu;

/** What in a text looks like somebody's own data. It is but a hint for whoever writes, and blocks nothing. */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  if (email.test(text)) found.push("e-mail address");
  if (phone.test(text)) found.push("phone number");
  if ((text.match(card) ?? []).some((number) => isCard(number.replace(/\D/gu, "")))) found.push("card number");
  if ((text.match(iban) ?? []).some((number) => isIban(number.replaceAll(" ", "")))) found.push("bank account");
  return found;
}

/** Luhn's check. */
function isCard(digits: string): boolean {
  if (!/^[3-6]/u.test(digits)) return false;
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, n) => {
      const doubled = Number(digit) * (n % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the number with its head at the end leaves 1 when divided by 97. */
function isIban(number: string): boolean {
  if (number.length < 15 || number.length > 34) return false;
  const turned = number.slice(4) + number.slice(0, 4);
  let rest = 0;
  for (const sign of turned) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
