// The default theme without its web fonts: the system's own are there at once, Chinese ones too.
import DefaultTheme from "vitepress/theme-without-fonts";

import Flight from "./Flight.vue";
import "./colours.css";

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component("Flight", Flight),
};
