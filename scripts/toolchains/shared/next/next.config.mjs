export default {
  reactStrictMode: true,
  // The page is opened at 127.0.0.1.
  allowedDevOrigins: ["127.0.0.1"],
};
