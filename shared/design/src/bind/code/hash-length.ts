import type { Column } from "@proofroom/domain/design/model";
import { textForm } from "@proofroom/domain/design/text-form";

/**
 * How many digits of a hash a code is: as many as `told`, up to what its column has room for; where nobody tells, as many as is usual
 * that its check lets stand, and a `char` is filled.
 */
export function hashLength({ type, matches = "", length: held }: Column, told: number | undefined): number {
  const room = Number(/\((\d+)\)/.exec(type)?.[1] ?? most);
  if (told !== undefined) return Math.min(told, room, most);
  const form = textForm(matches);
  const own = /^char\b/.test(type) && form === null ? room : usual;
  const least = Math.max(own, held?.least ?? 1, form?.least ?? 1);
  return Math.min(least, room, held?.most ?? most, form?.most ?? most, most);
}

const usual = 8;
/** Of SHA-256, in hex digits. */
const most = 64;
