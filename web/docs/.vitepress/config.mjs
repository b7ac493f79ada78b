import { defineConfig } from "vitepress";

import { tokenize } from "./tokenize.js";

/** The pages in the order of the sidebar: a group's name, and of each page its path and its name, in both languages. */
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
    ["/guide/testing", "Testing", "测试"],
    ["/guide/go", "Go", "Go"],
  ],
  [
    ["Frameworks", "框架"],
    ["/frameworks", "Overview", "概览"],
    ["/frameworks/vite", "Vite", "Vite"],
    ["/frameworks/webpack", "webpack", "webpack"],
    ["/frameworks/react", "React", "React"],
    ["/frameworks/vue", "Vue", "Vue"],
    ["/frameworks/script", "Script tag", "script 标签"],
    ["/frameworks/server-rendering", "Server-side rendering", "服务端渲染"],
  ],
  [
    ["Deploy", "部署"],
    ["/servers", "Servers, CSP, iframes", "服务器、CSP 与 iframe"],
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
  // The README's Chinese and the decisions are for those who read the repository.
  srcExclude: ["zh/README.md", "decisions/**"],
  outDir: "../../.build/docs",
  // The demo's own pages are beside the site, not in it.
  ignoreDeadLinks: [/^\/(examples)?\/?$/],
  // Of the default themes, those whose colours can be read on grey.
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  // A function in the configuration would reach the pages as text to evaluate, which their policy forbids; the theme
  // brings this one instead.
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
