// The class of the page's first copy of the SDK, before the second takes its name.
window.FirstCopy = UdeskCCPaasApiClass;
