/**
 * Why this machine cannot run Proofroom, or null. With a bundled Node the user's own only has to run npm.
 * @param {{ platform: string, architecture: string, version: string, isMusl: boolean, isBundled: boolean }} machine
 */
export function unfit({ platform, architecture, version, isMusl, isBundled }) {
  if (platform === "win32") return "Windows is not supported; start Proofroom inside WSL 2.";
  if (!["linux", "darwin"].includes(platform) || !["x64", "arm64"].includes(architecture)) {
    return `${platform} on ${architecture} is not supported; use Linux or macOS on x64 or arm64.`;
  }
  if (isMusl) return "this system has musl for its C library; use one with glibc, such as Debian, Ubuntu or Fedora.";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (isBundled) {
    return major < 18 ? `Node ${version} is too old to install with; install Node 18 or newer, 24 is best.` : null;
  }
  // From these on, Node runs TypeScript as it is.
  const isNew = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return isNew ? null : `Node ${version} is too old; install Node 22.18 or newer, 24 is best.`;
}

/** From the most telling to the least. @type {[RegExp, string][]} */
const reasons = [
  [/ENOSPC|no space left/i, "the disk is full; free about 2 GB and start again."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i,
    "the package registry cannot be reached; the first start needs it. Check the network, or npm's `registry` and `proxy` settings, and start again.",
  ],
  [/EUSAGE/, "package-lock.json does not fit the package.json files; restore it from git and start again."],
  [/EACCES|EPERM|EROFS/, "this folder cannot be written to; check whose it is and start again."],
  [/EINTEGRITY/, "a package is not what the lockfile says; run `npm cache clean --force` and start again."],
];

/**
 * Why the installation failed, from what npm said.
 * @param {string} said
 */
export function whyNpmFailed(said) {
  const found = reasons.find(([pattern]) => pattern.test(said));
  return found ? found[1] : "npm could not install the dependencies; it says above why.";
}
