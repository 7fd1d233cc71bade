#!/usr/bin/env node
import { buildIfStale } from './build.mjs'

await buildIfStale()
const { main } = await import('../dist/cli/main.js')
process.exitCode = await main(process.argv)
