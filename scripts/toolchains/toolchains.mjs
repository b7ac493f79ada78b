// The toolchains: the source of each project, how it runs in development, and how it is built and served in production.

const atPort = (port) => ["--host", "127.0.0.1", "--port", String(port), "--strictPort"];
const react = { "React in StrictMode": "react.html", Vue: "vue.html" };
const page = { "": "" };

const vite = (major) => ({
  name: `vite${major}`,
  sources: ["vite"],
  job: "src",
  versions: ["vite", "react", "vue"],
  ways: [
    { mode: "dev", pages: react, server: (port) => ["vite", ...atPort(port)] },
    { mode: "production", pages: react, build: [["vite", "build"]], files: "dist" },
  ],
});

const next = (major, bundlers) => ({
  name: `next${major}`,
  sources: ["next"],
  job: "app",
  versions: ["next", "react"],
  ways: Object.entries(bundlers).flatMap(([bundler, flags]) => [
    { mode: `dev, ${bundler}`, pages: page, server: (port) => ["next", "dev", ...flags, "-H", "127.0.0.1", "-p", String(port)] },
    {
      mode: `production, ${bundler}`,
      pages: page,
      build: [["next", "build", ...flags]],
      server: (port) => ["next", "start", "-H", "127.0.0.1", "-p", String(port)],
    },
  ]),
});

export const toolchains = [
  vite(5),
  vite(6),
  vite(7),
  vite(8),
  next(15, { webpack: [], Turbopack: ["--turbopack"] }),
  next(16, { webpack: ["--webpack"], Turbopack: ["--turbopack"] }),
  {
    name: "nuxt",
    job: "app",
    versions: ["nuxt", "vue"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["nuxt", "dev", "--host", "127.0.0.1", "--port", String(port), "--no-fork"] },
      {
        mode: "production",
        pages: page,
        build: [["nuxt", "build"]],
        server: (port) => ["node", ".output/server/index.mjs", { NITRO_HOST: "127.0.0.1", NITRO_PORT: String(port) }],
      },
    ],
  },
  {
    name: "angular",
    job: "src",
    versions: ["@angular/core", "@angular/build"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["ng", "serve", "--host", "127.0.0.1", "--port", String(port)] },
      { mode: "production", pages: page, build: [["ng", "build"]], files: "dist/browser" },
    ],
  },
  {
    name: "sveltekit",
    job: "src",
    versions: ["@sveltejs/kit", "svelte", "vite"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["vite", "dev", ...atPort(port)] },
      {
        mode: "production",
        pages: page,
        build: [["vite", "build"]],
        server: (port) => ["node", "build/index.js", { HOST: "127.0.0.1", PORT: String(port) }],
      },
    ],
  },
  {
    name: "webpack5",
    sources: ["plain"],
    versions: ["webpack"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["webpack", "serve", "--mode", "development", "--host", "127.0.0.1", "--port", String(port)] },
      { mode: "production", pages: page, build: [["webpack", "--mode", "production"]], copied: ["index.html"], files: "dist" },
    ],
  },
  {
    name: "rspack",
    sources: ["plain"],
    versions: ["@rspack/core"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["rspack", "serve", "--mode", "development", "--host", "127.0.0.1", "--port", String(port)] },
      { mode: "production", pages: page, build: [["rspack", "build", "--mode", "production"]], copied: ["index.html"], files: "dist" },
    ],
  },
  {
    name: "parcel",
    sources: ["plain"],
    versions: ["parcel"],
    ways: [
      { mode: "dev", pages: page, server: (port) => ["parcel", "serve", "index.html", "--host", "127.0.0.1", "--port", String(port)] },
      { mode: "production", pages: page, build: [["parcel", "build", "index.html", "--dist-dir", "out"]], files: "out" },
    ],
  },
  {
    name: "rollup",
    sources: ["plain"],
    versions: ["rollup"],
    ways: [{ mode: "production", pages: page, build: [["rollup", "-c"]], copied: ["index.html"], files: "dist" }],
  },
  {
    name: "esbuild",
    sources: ["plain"],
    versions: ["esbuild"],
    ways: ["esm", "iife"].flatMap((format) => {
      const pages = { [format]: `${format}.html` };
      const flags = ["main.js", "--bundle", `--format=${format}`, ...(format === "esm" ? ["--splitting"] : [])];
      return [
        { mode: "dev", pages, server: (port) => ["esbuild", ...flags, "--outdir=.", "--servedir=.", "--serve=127.0.0.1:" + port] },
        { mode: "production", pages, build: [["esbuild", ...flags, "--minify", `--outdir=${format}`]], copied: [`${format}.html`], files: format },
      ];
    }),
  },
  {
    name: "webpack4",
    sources: ["plain"],
    versions: ["webpack"],
    // It supports neither `exports` nor the syntax of the ES module: the page has the script tag.
    ways: [
      {
        mode: "production, script tag",
        pages: page,
        build: [["webpack", "./main.js", "--mode", "production"]],
        copied: ["index.html", "node_modules/@ccpaas/browser-sdk/dist:sdk"],
        files: "dist",
      },
    ],
  },
];
