// Makes a module smaller and its code better before an engine optimises it, which it does only for what runs often.
import { wasmOpt } from "./lower.mjs";

/**
 * optimise replaces a module by its optimised form. The segments of its memory stay as they are: binaryen would split them
 * into many, which brotli compresses less. The same module gives the same bytes.
 */
export const optimise = (module) => wasmOpt("-O2", "--skip-pass=memory-packing", module, "-o", module);
