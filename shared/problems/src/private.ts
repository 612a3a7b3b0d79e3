import { existsSync } from "node:fs";
import { join } from "node:path";
import { Clarification, Figures, HiddenItem, type Pack, SpokenItem } from "@proofroom/domain/interview/item";
import { ItemId } from "@proofroom/domain/interview/speech";
import { Subject } from "@proofroom/domain/interview/subject";
import { parse } from "yaml";
import * as z from "zod/mini";
import { error, inFile } from "./in-file.ts";
import { flawsOfClarifications, flawsOfItems, flawsOfSpoken } from "./pack-flaws.ts";

const HiddenFile = z.array(HiddenItem).check(z.minLength(1));
const SpokenFile = z.record(ItemId, SpokenItem);
const ClarificationsFile = z.array(Clarification);

/** What the interviewer knows of a problem; null where the problem comes without. Never to be sent whole to anybody. */
export const packOf = (dir: string, id: string): Pack | null =>
  existsSync(join(dir, id, "private")) ? loadPack(dir, id) : null;

/** Throws, naming the file and what is wrong in it, where it is unsound. */
export function loadPack(dir: string, id: string): Pack {
  const folder = join(dir, id, "private");
  const hidden = inFile(join(folder, "items.yaml"), (text) =>
    sound(HiddenFile.parse(parse(text), { error }), flawsOfItems),
  );
  const spoken = inFile(join(folder, "spoken/items.yaml"), (text) =>
    sound(SpokenFile.parse(parse(text), { error }), (read) => flawsOfSpoken(read, hidden)),
  );
  const clarifications = inFile(join(folder, "spoken/clarifications.yaml"), (text) =>
    sound(ClarificationsFile.parse(parse(text), { error }), flawsOfClarifications),
  );
  const requirements = inFile(join(folder, "requirements.md"), (text) =>
    sound(text, (read) => (read.trim() === "" ? ["it is empty"] : [])),
  );
  const items = hidden.flatMap((item) => {
    const words = spoken[item.id];
    return words === undefined ? [] : [{ ...item, spoken: words }];
  });
  const figures = optional(join(folder, "spoken/figures.yaml"), (text) => Figures.parse(parse(text), { error }));
  const subject = optional(join(folder, "spoken/subject.yaml"), (text) => Subject.parse(parse(text), { error }));
  return {
    problem: id,
    items,
    clarifications,
    requirements,
    ...(figures === null ? {} : { figures }),
    ...(subject === null ? {} : { subject }),
  };
}

const optional = <T>(file: string, read: (text: string) => T): T | null =>
  existsSync(file) ? inFile(file, read) : null;

function sound<T>(read: T, flawsOf: (read: T) => string[]): T {
  const flaws = flawsOf(read);
  if (flaws.length > 0) throw new Error(flaws.join("\n"));
  return read;
}
