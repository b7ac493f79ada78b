module.exports = {
  entry: "./main.js",
  devServer: { static: "." },
};
