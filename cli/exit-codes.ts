export const EXIT = { DONE: 0, FAILED: 1, USAGE: 2 } as const

/** The last part of every command's help. `whatFails` completes "1: …". */
export function exitCodes(whatFails: string): string {
  return `
Exit codes:
  0  done
  1  ${whatFails}; standard error says "CODE: meaning, what to do"
  2  the command line itself is wrong`
}
