// my-app/vite.config.mjs
const sandbox = "http://127.0.0.1:8080"; // make demo

export default {
  base: "./",
  server: { proxy: { "/token": sandbox, "/backend": sandbox, "/ws": { target: sandbox, ws: true } } },
};
