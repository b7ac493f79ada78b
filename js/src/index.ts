import { UdeskCCPaasApiClass } from "./api";
import { filesAre } from "./script";

/** The address, "" if the bundler removed what it needs: esbuild leaves import.meta empty in a classic script. */
function at(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return "";
  }
}

filesAre({
  // With both parts literal, bundlers recognize the files, ship them and insert their new addresses here.
  get current() {
    return at(() => new URL(MODULE_FILE, import.meta.url).href);
  },
  get lowered() {
    return at(() => new URL(LOWERED_FILE, import.meta.url).href);
  },
  get phone() {
    return at(() => new URL(PHONE_FILE, import.meta.url).href);
  },
  // A bundler that minifies what it ships changes the file: it is refused, and the copy in the chunk is used.
  integrity: PHONE_INTEGRITY,
  nonce: "",
  known: true,
});

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
