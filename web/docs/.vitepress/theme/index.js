// The default theme without its web fonts: the system's own, Chinese ones included, need no download.
import DefaultTheme from "vitepress/theme-without-fonts";

import { tokenize } from "../tokenize.js";
import Flight from "./Flight.vue";
import Layout from "./Layout.vue";
import Toolchain from "./Toolchain.vue";
import "./theme.css";

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app, siteData }) {
    app.component("Flight", Flight);
    app.component("Toolchain", Toolchain);
    siteData.value.themeConfig.search.options.miniSearch.options.tokenize = tokenize;
  },
};
