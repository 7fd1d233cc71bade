#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { buildIfStale } from './build.mjs'
import { NO_WASM_INLINING } from './v8-flags.mjs'

// Before anything is compiled that it is about.
setFlagsFromString(NO_WASM_INLINING)
await buildIfStale()
const { main } = await import('../dist/cli/main.js')
process.exitCode = await main(process.argv)
