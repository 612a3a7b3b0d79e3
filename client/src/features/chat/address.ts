const name = "@interviewer";
const begun = /(^|\s)(@[a-z]*)$/i;

/** Whether the name of the interviewer is being written at the end of a message, and not yet whole. */
export function isAddressing(text: string): boolean {
  const part = begun.exec(text)?.[2];
  return part !== undefined && part.toLowerCase() !== name && name.startsWith(part.toLowerCase());
}

/** The message addressed to the interviewer: a begun name is completed, else it is put first, once. */
export function address(text: string): string {
  if (isAddressing(text)) return text.replace(begun, `$1${name} `);
  return isAddressed(text) ? text : `${name} ${text}`;
}

/** Whether a message names the interviewer. */
export const isAddressed = (text: string): boolean => text.toLowerCase().includes(name);
