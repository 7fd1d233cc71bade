/** A policy set that must not be loaded: where, and why. The message has the form `file:line: reason`. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}: ${reason}`)
  }
}
