import { GraphQLError } from 'graphql'
import type { Mark } from '../../contract/disclosure.js'
import { markOf } from '../../contract/mark.js'
import type { Decision } from '../../policy/index.js'

/**
 * The error that stands in a withheld field's place inside a subgraph. Shield and mask make the same one, so that the
 * answer does not depend on which of them withheld; the gateway turns it into what the client sees.
 */
export class WithheldError extends GraphQLError {
  readonly mark: Mark
  constructor(coordinate: string, decision: Decision, code: Mark['code'] = 'WITHHELD') {
    // Between subgraph and gateway it is always the same: what the client gets is made from the mark.
    super(decision.sentence, { extensions: { code: 'WITHHELD' } })
    this.mark = markOf(coordinate, decision, code)
  }
}
