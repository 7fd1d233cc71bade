import { type Bindings, type DestinationStream, type Logger, pino } from 'pino'
import { redactFields, redactText } from './log-redaction.js'
import type { LogLevel } from './variables.js'

/**
 * JSON lines, on standard error unless told otherwise. What is logged never holds a variable, a body, a token or a person's
 * data; every record goes through log-redaction.ts, whoever writes it.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        // Before pino puts a message's arguments into it, and before it takes an error's message for the record's.
        logMethod(given: unknown[], write) {
          const [first, ...rest] = given
          const [fields, message] = typeof first === 'object' && first !== null ? [first, rest[0]] : [{}, first]
          write.apply(this, [redactFields(fields), typeof message === 'string' ? redactText(message) : ''])
        },
      },
    },
    destination ?? pino.destination({ fd: 2, sync: false }),
  )
  // Fields that a child has are written with each of its records, past the hook. Children of children inherit this.
  const { child } = logger as unknown as { child: (this: unknown, bindings: Bindings, options?: object) => unknown }
  Object.assign(logger, {
    child(this: unknown, bindings: Bindings, options?: object) {
      return child.call(this, redactFields(bindings), options)
    },
  })
  return logger
}
