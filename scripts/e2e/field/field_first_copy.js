// The class of the page's first copy of the SDK, before the second replaces the global.
window.FirstCopy = UdeskCCPaasApiClass;
