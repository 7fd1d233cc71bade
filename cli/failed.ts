/** The command did its work and has said what is wrong; only the exit code is left to tell. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
}
