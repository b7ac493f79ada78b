// Compresses files in advance for web servers, at the highest level.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** gzipped is `gzip -9`, without name and time. */
export const gzipped = (bytes) => promisify(gzip)(bytes, { level: 9 });

/** brotlied is `brotli -q 11 -w 24`; 24 is the largest window that browsers accept. */
export const brotlied = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
