/** The secret of a link, from the fragment of its address; null where the link was cut off or spoilt on its way. */
export function tokenOf(hash: string): string | null {
  try {
    const token = decodeURIComponent(hash.replace(/^#/, ""));
    return token === "" ? null : token;
  } catch {
    return null;
  }
}
