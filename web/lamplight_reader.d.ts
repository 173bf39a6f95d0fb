// What Emscripten's generated lamplight_reader.js gives: the part that reader_worker.js uses.

export interface ReaderModule {
  readonly HEAPU8: Uint8Array;
  _lamplight_reader_allocate(length: number): number;
  _lamplight_reader_read(address_bytes: number): number;
  _lamplight_reader_export(block_bytes: number): number;
}

export default function createReader(options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}): Promise<ReaderModule>;
