/** The supported platforms: `process.platform` and `process.arch`, each with its own package. */
export const platforms = [
  { os: "darwin", cpu: "arm64" },
  { os: "darwin", cpu: "x64" },
  { os: "linux", cpu: "arm64" },
  { os: "linux", cpu: "x64" },
  { os: "win32", cpu: "arm64" },
  { os: "win32", cpu: "x64" },
] as const;

/** The package that has the program for a platform. */
export const packageOf = (os: string, cpu: string): string => `@ccpaas/sandbox-${os}-${cpu}`;

/** The program's path in that package. */
export const programIn = (os: string): string => (os === "win32" ? "bin/ccpaas-sandbox.exe" : "bin/ccpaas-sandbox");
