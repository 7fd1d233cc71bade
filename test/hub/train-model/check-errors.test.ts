import { expect, it } from 'vitest'
import { errorsOf } from '../../../hub/train-model/check-errors.js'
import { MUTATION_CLASSES } from '../../../prisma/seed/population/index.js'

it('of eight classes with ten people each, three missed and two for a person to decide in each, and four strangers back', () => {
  const each = { asked: 10, likely: 5, possible: 2, compared: 10 }
  const classes = Object.fromEntries(MUTATION_CLASSES.map((name) => [name, each])) as Record<
    (typeof MUTATION_CLASSES)[number],
    typeof each
  >
  expect(errorsOf({ classes, clean: { asked: 40, likely: 1, possible: 3, compared: 0 } })).toEqual({
    strangerLikely: { value: 0.025, of: 40 },
    strangerBack: { value: 0.1, of: 40 },
    missed: { value: 0.3, of: 80 },
    notLikely: { value: 0.5, of: 80 },
  })
})
