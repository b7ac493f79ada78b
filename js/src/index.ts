import { UdeskCCPaasApiClass } from "./api";
import { filesAre } from "./script";

/** The address, "" where the bundler took what it is made of: esbuild leaves import.meta empty in a classic script. */
function at(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return "";
  }
}

filesAre({
  // Written so, with both parts literal, bundlers see the files, ship them and put their new addresses here.
  get current() {
    return at(() => new URL(MODULE_FILE, import.meta.url).href);
  },
  get lowered() {
    return at(() => new URL(LOWERED_FILE, import.meta.url).href);
  },
  get phone() {
    return at(() => new URL(PHONE_FILE, import.meta.url).href);
  },
  // A bundler that minifies what it ships changes the file: it is refused, and the copy in the chunk is taken.
  integrity: PHONE_INTEGRITY,
  nonce: "",
  known: true,
});

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
