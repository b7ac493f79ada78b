// A micro-frontend's loader: a script file whose address is not the SDK's.
window.sdk = fetch("{{sdk}}/sdk/call-center-class.es6.js")
  .then((answer) => answer.text())
  .then((text) => new Function(text)());
