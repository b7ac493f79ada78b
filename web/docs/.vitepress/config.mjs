import { defineConfig } from "vitepress";

import { tokenize } from "./tokenize.js";

/** The pages in the order of the sidebar: a group's name, and for each page its path and its name, in both languages. */
const sidebar = [
  [
    ["Start", "开始"],
    ["/start", "Five minutes", "五分钟上手"],
    ["/migrate", "From SDK 2.1.0", "从 SDK 2.1.0 迁移"],
  ],
  [
    ["Guides", "指南"],
    ["/guide/agent", "Connect and agent state", "连接与坐席状态"],
    ["/guide/calls", "Calls", "通话"],
    ["/guide/supervisor", "Supervisors", "班长"],
    ["/guide/webphone", "Web phone", "网页电话"],
    ["/guide/tabs", "Several tabs", "多个标签页"],
    ["/guide/testing", "Testing", "测试"],
    ["/guide/go", "Go", "Go"],
  ],
  [
    ["Frameworks", "框架"],
    ["/frameworks", "Overview", "概览"],
    ["/frameworks/script", "Script tag", "script 标签"],
    ["/frameworks/react", "React", "React"],
    ["/frameworks/vue", "Vue", "Vue"],
    ["/frameworks/angular", "Angular", "Angular"],
    ["/frameworks/next", "Next.js", "Next.js"],
    ["/frameworks/nuxt", "Nuxt", "Nuxt"],
    ["/frameworks/sveltekit", "SvelteKit", "SvelteKit"],
    ["/frameworks/server-rendering", "Server-side rendering", "服务端渲染"],
    ["/frameworks/vite", "Vite", "Vite"],
    ["/frameworks/webpack", "webpack", "webpack"],
    ["/frameworks/rspack", "Rspack", "Rspack"],
    ["/frameworks/rollup", "Rollup", "Rollup"],
    ["/frameworks/esbuild", "esbuild", "esbuild"],
    ["/frameworks/parcel", "Parcel", "Parcel"],
  ],
  [
    ["Deploy", "部署"],
    ["/servers", "Servers and CDN", "服务器与 CDN"],
    ["/csp", "Content security policy", "内容安全策略"],
    ["/iframes", "Iframes and microphones", "iframe 与麦克风"],
    ["/security", "Security", "安全"],
    ["/browsers", "Browsers and versions", "浏览器与版本"],
    ["/timings", "Timings and limits", "时限与上限"],
  ],
  [
    ["Problems", "排障"],
    ["/troubleshoot", "Troubleshooting", "故障排查"],
    ["/codes", "Codes", "错误码"],
    ["/flight", "Recording viewer", "飞行记录查看器"],
  ],
  [
    ["Reference", "参考"],
    ["/reference/options", "Constructor options", "构造选项"],
    ["/reference/connection", "Connection", "连接"],
    ["/reference/agent", "Agent", "坐席"],
    ["/reference/calls", "Calls", "通话"],
    ["/reference/numbers", "Relay numbers", "中继号码"],
    ["/reference/supervisor", "Supervisor", "班长"],
    ["/reference/webphone", "Web phone", "网页电话"],
    ["/reference/events", "Events", "事件"],
    ["/reference/faults", "Faults of the sandbox", "沙箱的故障"],
  ],
  [
    ["Contributors", "参与开发"],
    ["/design", "Design and decisions", "设计与决策"],
  ],
];

const inLanguage = (language, prefix) => ({
  nav: [
    { text: ["Start", "开始"][language], link: `${prefix}/start` },
    { text: ["Reference", "参考"][language], link: `${prefix}/reference/calls` },
    { text: ["Codes", "错误码"][language], link: `${prefix}/codes` },
  ],
  sidebar: sidebar.map(([name, ...pages]) => ({
    text: name[language],
    items: pages.map(([path, ...names]) => ({ text: names[language], link: prefix + path })),
  })),
  outline: { level: 2, label: ["On this page", "本页内容"][language] },
});

export default defineConfig({
  title: "ccpaas-go",
  base: "/docs/",
  // On the site, the page design.md lists the decisions.
  srcExclude: ["decisions/README.md"],
  outDir: "../../.build/docs",
  // The demo's own pages are outside the site.
  ignoreDeadLinks: [/^\/(examples)?\/?$/],
  // The default themes whose colours are legible on grey.
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  // A function in the configuration would be text that the pages evaluate, which their policy forbids; the theme supplies
  // this one instead.
  transformHtml: (html) => html.replace(/\\"tokenize\\":\\"_vp-fn_.*?\\"(?=})/, ""),
  head: [["link", { rel: "icon", href: "/docs/icon.svg", type: "image/svg+xml" }]],
  locales: {
    root: {
      label: "English",
      lang: "en-US",
      description: "A browser SDK for agents of a CCPaaS contact centre",
      themeConfig: inLanguage(0, ""),
    },
    zh: {
      label: "简体中文",
      lang: "zh-CN",
      description: "CCPaaS 联络中心坐席的浏览器 SDK",
      themeConfig: {
        ...inLanguage(1, "/zh"),
        docFooter: { prev: "上一页", next: "下一页" },
        darkModeSwitchLabel: "外观",
        lightModeSwitchTitle: "切换到浅色模式",
        darkModeSwitchTitle: "切换到深色模式",
        sidebarMenuLabel: "菜单",
        returnToTopLabel: "返回顶部",
        langMenuLabel: "切换语言",
        skipToContentLabel: "跳到正文",
      },
    },
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        miniSearch: {
          options: { tokenize },
          searchOptions: { combineWith: "AND", prefix: true, fuzzy: false },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
              modal: {
                noResultsText: "没有找到",
                resetButtonTitle: "清除",
                displayDetails: "显示详情",
                footer: { selectText: "选择", navigateText: "切换", closeText: "关闭" },
              },
            },
          },
        },
      },
    },
  },
});
