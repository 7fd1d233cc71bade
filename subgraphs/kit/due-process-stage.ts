import { STAGES } from '../../policy/index.js'
import { enumOf } from './enum-of.js'
import { registerEnumType } from './graphql.js'

export const DueProcessStage = enumOf(STAGES)
registerEnumType(DueProcessStage, {
  name: 'DueProcessStage',
  description:
    'Where a matter stands. HELD is a status that its source does not explain; NONE a record without a matter.',
})
