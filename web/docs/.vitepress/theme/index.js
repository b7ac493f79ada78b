// The default theme without its web fonts: the system's own are there at once, Chinese ones too.
import DefaultTheme from "vitepress/theme-without-fonts";

import { tokenize } from "../tokenize.js";
import Flight from "./Flight.vue";
import Layout from "./Layout.vue";
import "./theme.css";

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app, siteData }) {
    app.component("Flight", Flight);
    siteData.value.themeConfig.search.options.miniSearch.options.tokenize = tokenize;
  },
};
