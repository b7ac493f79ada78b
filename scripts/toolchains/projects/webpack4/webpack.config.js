// The page has the script tag, and the import means what that left.
module.exports = {
  entry: "./main.js",
  externals: { "@ccpaas/browser-sdk": "window" },
};
