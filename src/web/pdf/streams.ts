/** Bytes through one of the platform's own compressors: browser and Node have the same. */
const through = async (bytes: Uint8Array, stream: CompressionStream | DecompressionStream) => {
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(body).arrayBuffer())
}

/** Packs bytes the way a PDF calls FlateDecode. */
export const deflated = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new CompressionStream('deflate'))

/** Unpacks what {@link deflated} or a WOFF packed; throws when the bytes are damaged. */
export const inflated = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new DecompressionStream('deflate'))
