// Lists what is inside the shipped files in a machine-readable form: CycloneDX, from the same lists as the notices.
import { createHash } from "node:crypto";

import { licence } from "./notices.mjs";

/** sbomOf returns the text of a CycloneDX document about a package and the works in it. The same works give the same text. */
export async function sbomOf({ name, version, build }, works) {
  const components = await Promise.all(works.map(component));
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const document = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(purl + build + JSON.stringify(components))}`,
    version: 1,
    metadata: {
      component: {
        type: "library",
        "bom-ref": purl,
        name,
        version,
        purl,
        licenses: [{ license: { id: "Apache-2.0" } }],
        properties: [{ name: "ccpaas:build", value: build }],
      },
    },
    components,
    dependencies: [{ ref: purl, dependsOn: components.map((work) => work.purl) }, ...components.map((work) => ({ ref: work.purl }))],
  };
  return JSON.stringify(document, null, 2) + "\n";
}

async function component(work) {
  const [, name, version] = decodeURIComponent(work.purl).match(/^pkg:\w+\/(.+)@(.+)$/);
  const id = licenceIn(await licence(work));
  if (!id) {
    throw new Error(`${work.name}: its licence is none of those that may be shipped; look at it before it is`);
  }
  return { type: "library", "bom-ref": work.purl, name, version, purl: work.purl, licenses: [{ license: { id } }] };
}

/** The text that identifies a licence, by SPDX identifier. A work under any other is not shipped before somebody reviews it. */
const marks = {
  "Apache-2.0": /Apache License\s+Version 2\.0/,
  "BSD-3-Clause": /Redistribution and use in source and binary forms[\s\S]*Neither the name/,
  "BSD-2-Clause": /Redistribution and use in source and binary forms/,
  ISC: /Permission to use, copy, modify, and(\/or)? distribute this software/,
  MIT: /Permission is hereby granted, free of charge/,
};

/** licenceIn is the SPDX identifier of a licence by its text, or undefined for an unknown one. */
export const licenceIn = (text) => Object.keys(marks).find((id) => marks[id].test(text));

/** uuidOf is a UUID derived from content (RFC 9562, version 8), so that the same build has the same UUID. */
function uuidOf(content) {
  const digits = createHash("sha256").update(content).digest("hex").slice(0, 32).split("");
  digits[12] = "8";
  digits[16] = "89ab"[parseInt(digits[16], 16) & 3];
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
