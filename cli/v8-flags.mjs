/**
 * Node 20's V8 was seen to end a process in its deoptimizer ("Fatal error in , line 0, unreachable code",
 * `DoComputeBuiltinContinuation`) while a hot loop called WebAssembly, which Cedar and the embedded database are. Without
 * JavaScript code that has calls into WebAssembly inlined there are no such frames to undo.
 */
export const NO_WASM_INLINING = '--no-turbo-inline-js-wasm-calls'
