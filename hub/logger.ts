import { pino, type Logger } from 'pino'
import type { LogLevel } from './variables.js'

/** JSON lines on standard error. What is logged never holds a variable, a body, a token or a person's data. */
export function createLogger(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: false }))
}
