import { defineConfig } from "vite";

// In development, the sandbox of `make demo` answers.
const sandbox = "http://127.0.0.1:8080";

export default defineConfig({
  base: "./",
  server: { proxy: { "/token": sandbox, "/backend": sandbox, "/ws": { target: sandbox, ws: true } } },
});
